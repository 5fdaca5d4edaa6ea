"""A page of a text in the other script, for readers who ask for it.

OpenCC converts by phrases (头发 → 頭髮, 发现 → 發現); what it gives is shown only where it has as many
characters as what it stands for, so that every place in a text stays where it was.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape

from opencc import OpenCC

_SHOWN = re.compile(
    r'<h1[^>]*>(.*?)</h1>|<li class="level-\d"><a href="#p\d+">(.*?)</a>|<p id="p\d+"[^>]*>(.*?)</p>',
    re.DOTALL,
)
_NOT_CLEAN = re.compile(r"<del.*?</del>|<[^>]*>", re.DOTALL)


def converted(html: str, language: str) -> list[str]:
    """The clean text of each heading, line of contents and paragraph of a page, in the other script than
    `language`; script.mjs puts them into the same elements, in the same order.

    >>> converted('<h1>头发</h1><p id="p1">发<del class="noise">🈣</del>现</p>', "zh-Hans")
    ['頭髮', '發現']
    """
    shown = [unescape(_NOT_CLEAN.sub("", "".join(filter(None, groups)))) for groups in _SHOWN.findall(html)]
    return list(_convert(shown, "tw2s" if language == "zh-Hant" else "s2tw"))


def _convert(texts: Sequence[str], way: str) -> Iterator[str]:
    for text in texts:
        other = _converter(way).convert(text)
        yield other if len(other) == len(text) else text


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)
