"""Which script a text is in, so that a browser takes the right glyphs."""

# Each pair is among the hundred most frequent characters and has no other use in the other script.
_TRADITIONAL = frozenset(
    "這個們來時說國為會對後開過還沒長學發經現實點動從當問題無見頭話愛東車門電書樣間場進關員請聽氣兒"
)
_SIMPLIFIED = frozenset(
    "这个们来时说国为会对开过还没长学发经现实点动从当问题无见头话爱东车门电书样间场进关员请听气儿"
)


def script_of(text: str) -> str:
    """The language tag of a text: "zh-Hant" where Traditional characters prevail, else "zh-Hans".

    >>> script_of("我們來時，天還沒亮。"), script_of("我们来时，天还没亮。")
    ('zh-Hant', 'zh-Hans')
    """
    sample = text[:20000]
    traditional = sum(map(sample.count, _TRADITIONAL))
    return "zh-Hant" if traditional > sum(map(sample.count, _SIMPLIFIED)) else "zh-Hans"
