"""Many words, looked for in a short text.

A regular expression of thousands of words tries at each place all that might begin there. Two characters
name the few that do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by the two characters they begin with, or the one that they are; the longest first."""

    starts: dict[str, tuple[str, ...]]
    singles: re.Pattern[str]

    def cut(self, text: str) -> tuple[list[str], str]:
        """The words of `text` from left to right, of those that begin at one place the longest; and what is
        left, NUL for each word: a label keeps its colon.

        >>> lexicon_of(["分享", "分享到", "来源:"]).cut("分享到微博,来源:新城")
        (['分享到', '来源:'], '\\x00微博,\\x00:新城')
        """
        starts = self.starts
        hits = [i for i in range(len(text)) if text[i : i + 2] in starts]
        if self.singles.search(text):
            hits = sorted({*hits, *(match.start() for match in self.singles.finditer(text))})
        found: list[str] = []
        rest: list[str] = []
        place = 0
        for i in hits:
            if i < place:
                continue
            for word in (*starts.get(text[i : i + 2], ()), *starts.get(text[i], ())):
                if text.startswith(word, i):
                    found.append(word)
                    rest += [text[place:i], "\0", word[-1] if word[-1] in ":/|" else ""]
                    place = i + len(word)
                    break
        return found, "".join([*rest, text[place:]])


def lexicon_of(words: Iterable[str]) -> Lexicon:
    """The words, ready to be looked for."""
    starts: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        starts.setdefault(word[:2], []).append(word)
    singles = "".join(start for start in starts if len(start) == 1)
    return Lexicon(
        {start: tuple(rest) for start, rest in starts.items()},
        re.compile(f"[{re.escape(singles)}]" if singles else "(?!)"),
    )
