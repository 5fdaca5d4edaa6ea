"""Verse is told from prose by its measure, and short prose is left alone."""

import pytest

from reading_list.verse import verse

POEMS = {
    "five characters, a line each": "山前一夜雨，\n陌上几枝花。\n客去门犹掩，\n风来帘自斜。",
    "five characters, couplets": "山前一夜雨，陌上几枝花。\n客去门犹掩，风来帘自斜。",
    "seven characters": "长堤柳色深如许，水面灯光散复圆。\n今夜行人不归去，一壶浊酒对江眠。",
    "stanzas": "山前一夜雨，\n陌上几枝花。\n\n客去门犹掩，\n风来帘自斜。",
    "free": "你走的那天\n河水涨过了石阶\n灯一盏一盏地灭\n我数到最后一盏\n才想起没有道别",
}
PROSE = {
    "short sentences of one length": "他没有说话。\n屋里很安静。\n没有人回答。\n灯忽然灭了。",
    "two short lines": "山前一夜雨，\n陌上几枝花。",
    "speech": "“你来了。”\n“来了。”\n“坐吧。”\n“不坐了。”",
    "figures": "总投资：20亿元\n总面积：31万亩\n总人数：400人\n总产值：5亿元",
    "a report": "今年，全市经济平稳增长。\n明年，我们继续努力。\n后年，再上台阶。\n大后年，更上层楼。",
}


@pytest.mark.parametrize("poem", POEMS.values(), ids=POEMS)
def test_verse(poem: str) -> None:
    lines = ["他念道：", *poem.split("\n"), "众人都说好，于是又斟了一巡酒。"]
    assert verse(lines) == {i for i, line in enumerate(lines) if line and 0 < i < len(lines) - 1}


@pytest.mark.parametrize("prose", PROSE.values(), ids=PROSE)
def test_prose(prose: str) -> None:
    assert not verse(prose.split("\n"))
