"""Many words, looked for in a short text.

A regular expression of thousands of words tries at each place all that might begin there. Two characters
name the few that do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, and how long those are that begin with two characters, the longest first."""

    words: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    singles: re.Pattern[str]

    def cut(self, text: str) -> tuple[list[str], str]:
        """The words of `text` from left to right, of those that begin at one place the longest; and what is
        left, NUL for each word: a label keeps its colon.

        >>> lexicon_of(["分享", "分享到", "来源:"]).cut("分享到微博,来源:新城")
        (['分享到', '来源:'], '\\x00微博,\\x00:新城')
        """
        words, lengths = self.words, self.lengths
        hits = [i for i in range(len(text)) if text[i : i + 2] in lengths]
        if self.singles.search(text):
            hits = sorted({*hits, *(match.start() for match in self.singles.finditer(text))})
        found: list[str] = []
        rest: list[str] = []
        place = 0
        for i in hits:
            if i < place:
                continue
            for length in lengths.get(text[i : i + 2], (1,)):
                if (word := text[i : i + length]) in words:
                    found.append(word)
                    rest += text[place:i], "\0", word[-1] if word[-1] in ":/|" else ""
                    place = i + length
                    break
        return found, "".join([*rest, text[place:]])


def lexicon_of(words: Iterable[str]) -> Lexicon:
    """The words, ready to be looked for."""
    words = frozenset(words)
    singles = "".join(word for word in words if len(word) == 1)
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:2], {1} if word[0] in singles else set()).add(len(word))
    return Lexicon(
        words,
        {start: tuple(sorted(each, reverse=True)) for start, each in lengths.items()},
        re.compile(f"[{re.escape(singles)}]" if singles else "(?!)"),
    )
