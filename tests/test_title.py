"""A text has one title, fit to be printed anywhere."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.title import find_title

BODY = "他推开门,看见雨停了。院子里的树叶落了一地,像是谁昨夜在这里哭过一场。"


@given(st.text(), st.text())
def test_a_title_is_one_clean_line(text: str, path: str) -> None:
    title = find_title(text, path)
    assert title
    assert title == " ".join(title.split())
    assert not any(unicodedata.category(character)[0] == "C" or character in "<>" for character in title)


@given(st.text(alphabet=" \t\n\u3000\u200b"))
def test_a_text_without_visible_characters_is_called_by_its_file(text: str) -> None:
    assert find_title(text, "旧报/一九八〇.txt") == "一九八〇"


CASES = [
    ("第九章\n归来\n" + BODY, "第九章 归来"),
    ("正文 第10章 归来(2/3)\n" + BODY, "第10章 归来"),
    ("《长河》 第二回 夜渡\n" + BODY, "第二回 夜渡"),
    ("长河\n作者:北岸\n\n第二回 夜渡\n" + BODY, "第二回 夜渡"),
    ("# 长河 #\n\n" + BODY, "长河"),
    ("标题:夜渡\n" + BODY, "夜渡"),
    ("《夜渡》\n" + BODY, "夜渡"),
    ("|\n发表于 2020-4-7 09:15:02\n|\n显示全部楼层\n夜渡\n" + BODY, "夜渡"),
    ("打造一流门户\n您现在的位置:首页 > 新闻\n全区教育大会召开\n时间:2021-3-5\n" + BODY, "全区教育大会召开"),
    ("云陵新闻网 >> 乡镇传真 >> 正文\n全区教育大会召开\n" + BODY, "全区教育大会召开"),
    ("云陵区政府网 > 动态\n全区教育大会召开\n" + BODY, "全区教育大会召开"),
    ("市教育局 | 政务动态 | 行风建设\n全区教育大会召开\n" + BODY, "全区教育大会召开"),
    ("网友投稿 阅读 3127 评论 12\n▲ 关注公众号 ▲\n夜渡\n" + BODY, "夜渡"),
    ("【一线见闻】\n夜渡\n" + BODY, "夜渡"),
    ("首页 时政 国际 财经 高层 理论 论坛\n夜渡\n" + BODY, "夜渡"),
    ("云陵贴吧 > 钓鱼人吧\n夜渡\n" + BODY, "夜渡"),
    ("春 夏 秋 冬\n" + BODY, "春 夏 秋 冬"),
    ("夜渡\n云陵发布 2024-06-19 18:30 发表于云陵\n" + BODY, "夜渡"),
    ("长河 - 第二回 夜渡 - 墨香阁\n" + BODY, "第二回 夜渡"),
    ("长河 第二回 夜渡 作者:北岸\n" + BODY, "第二回 夜渡"),
    ("关于印发规划的通知\n各街道:\n请执行。\n第一章 发展环境\n" + BODY, "关于印发规划的通知"),
    ("云陵县融媒讯 全县教育大会召开\n" + BODY, "全县教育大会召开"),
    ("云陵新闻网\n全区教育大会召开\n" + BODY, "全区教育大会召开"),
    ("践行初心使命 建设美丽云陵\n全区教育大会召开\n——聚焦提质\n" + BODY, "全区教育大会召开"),
    ("全区教育大会召开\n——聚焦提质\n" + BODY, "全区教育大会召开"),
    (
        "云陵区人民政府\n关于春季防火的通知\n云政发〔2021〕3号\n各街道:\n请抓好落实。",
        "云陵区人民政府关于春季防火的通知",
    ),
    ("临川市养犬条例\n第一章 总则\n第一条 为了加强管理,制定本条例。", "临川市养犬条例"),
    ("云陵市养老服务“十四五”规划\n第一章 发展环境\n“十三五”期间,床位增加。", "云陵市养老服务“十四五”规划"),
    ("云陵区人民法院\n民事判决书\n(2021)云0123民初456号\n原告:张某。", "民事判决书"),
    ("证券代码:000000 公告编号:2021-035\n长河股份关于减持的公告\n" + BODY, "长河股份关于减持的公告"),
    ("【索引号】 YL-2021-381 【发布机构】 云陵区\n全区教育大会召开\n" + BODY, "全区教育大会召开"),
    ("园区打造招商“聚能环”\n" + BODY, "园区打造招商“聚能环”"),
    # No headline: the first sentence, cut where a clause ends, without its dateline.
    (BODY, "他推开门,看见雨停了"),
    ("云陵日报讯(记者 周明)昨日,全区教育大会召开,会上表彰了先进。", "昨日,全区教育大会召开,会上表彰了先进"),
    (
        "“吴老师,上个月寄来的那三本旧书我全都看完了,还想再借几本回去。”他说。",
        "吴老师,上个月寄来的那三本旧书我全都看完了",
    ),
    ("他终于问出了口(声音很低像是怕惊醒了谁,又像是怕惊醒了自己心里的什么)。", "他终于问出了口"),
    (
        "没有一个标点的句子一直写下去写到三十个字也不停下来换一口气真是叫人着急啊" * 2,
        "没有一个标点的句子一直写下去写到三十个字也不停下来换一口气真…",
    ),
    ("<script>\n" + BODY, "＜script＞"),
]


@pytest.mark.parametrize(("text", "title"), CASES)
def test_titles(text: str, title: str) -> None:
    assert find_title(text, "a.txt") == title
