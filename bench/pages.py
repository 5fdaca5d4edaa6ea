"""Pages as the web has them, to measure with: real prose, and what the tables of cases mark put around it and
into it. No two are the same, but pages of a kind share their furniture, as those of a site do."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from random import Random

from pypinyin import Style, pinyin

from bench.corpus import read_corpus, read_manual
from reading_list.noise.characters import traditional

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cases import load_cases

SIZE = 2000
"""Characters of a page's prose: with what is around it some 6 KB."""

COUNT = 150
"""Pages of a kind: some 1 MB."""

SYMBOLS = "\N{FLAG IN HOLE}\N{BLACK CHESS QUEEN}\N{ALCHEMICAL SYMBOL FOR FIRE}\N{PLAYING CARD BACK}\U0001f7de"


def make_pages() -> dict[str, list[str]]:
    """The kinds by name, with their pages."""
    corpus = {name: list(passages(text)) for name, text in read_corpus().items() if name != "manual"}
    novel, news, converted = corpus["novel"], corpus["news"], corpus["news, converted"]
    lot = Random(1)
    around, within = furniture()

    def portal(prose: str) -> str:
        return "\n".join([*lot.sample(around, 4), prose, *lot.sample(around, 6)])

    def forum(prose: str) -> str:
        posts = re.findall("(?s).{1,200}", prose)
        return "\n".join(line for post in posts for line in (*lot.sample(around, 4), post))

    def novel_site(prose: str) -> str:
        return portal(insert(prose, [lot.choice(within) for _ in range(4)], lot))

    def glossed(prose: str) -> str:
        return "".join(
            f"{char}({pinyin(char, style=Style.TONE)[0][0]})" if char in glosses else char for char in prose
        )

    def planted(prose: str) -> str:
        return insert(prose, [lot.choice(SYMBOLS) for _ in range(50)], lot)

    def wrapped(prose: str) -> str:
        return "\n".join(line for text in prose.split("\n") for line in re.findall(".{1,36}", text))

    glosses = frozenset(lot.sample(sorted(traditional()), len(traditional()) // 4))
    made: tuple[tuple[str, Callable[[str], str], Sequence[str]], ...] = (
        ("a portal's news", portal, news),
        ("the same in Traditional", portal, converted),
        ("a novel site's chapter", novel_site, novel),
        ("a forum's posts", forum, news),
        ("pinyin behind every tenth character", glossed, converted),
        ("symbols planted in a novel", planted, novel),
        ("news wrapped at a width", wrapped, news),
    )
    return (
        {name if name != "news" else "newspaper": prose[:COUNT] for name, prose in corpus.items()}
        | {"manual, half of it Latin": list(passages(read_manual()))[:COUNT]}
        | {name: [make(prose) for prose in islice(cycle(texts), COUNT)] for name, make, texts in made}
    )


def passages(text: str) -> Iterator[str]:
    """The text in whole lines, `SIZE` characters of it at a time."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append(line)
        if sum(map(len, lines)) > SIZE:
            yield "\n".join(lines)
            lines = []


def furniture() -> tuple[list[str], list[str]]:
    """What the cases mark: whole lines, and sentences within one."""
    marked = [case.marked for case in load_cases("furniture")]
    return (
        [line for case in marked for line in re.findall(r"(?m)^⟦([^⟦⟧→\n]+)⟧$", case)],
        [words for case in marked for words in re.findall(r"(?<=[^\n])⟦([^⟦⟧→\n]+)⟧", case)],
    )


def insert(text: str, noise: Sequence[str], lot: Random) -> str:
    """The text with each piece of noise somewhere in it."""
    for piece in noise:
        place = lot.randrange(len(text))
        text = text[:place] + piece + text[place:]
    return text
