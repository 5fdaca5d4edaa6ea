"""The texts of the browser tests' site, with their noise marked in place."""

from marks import unmark
from reading_list import critic
from reading_list.marks import kind_of
from reading_list.model import Span

TEXTS = {
    "report.txt": """云泽市2031年政府工作报告

各位代表：
　　现在，我代表市人民政府，向大会报告工作，请予审议。
一、2031年工作回顾
　　“三河两岸”工程全面铺开——旧堤加固二十一公里，新植柳树四万株……生产总值增长5.6%。
(一)农业稳步增长
　　粮食总产量达到312万吨，连续九年丰收。
二、2032年工作安排
　　做好今年工作，要把握以下几点：
　　一、坚持实干；
　　二、坚持创新。
"""
    + "　　各级各部门要抓好落实，把每一件实事办到群众的心坎上，办出成效，办出口碑。\n" * 40,
    "news.txt": """⟦您现在的位置:首页 > 要闻⟧
青禾縣長隊⟦(duì)⟧赴上海招商
　　縣委⟦sj→書記⟧沈青禾到會⟦🈣⛳⟧，與企業⟦(yè)⟧家座談，互相交流⟦?→⟧經驗。這個⟦\N{ZERO WIDTH SPACE}⟧項目來了。
⟦上一条:开工⟧
""",
    "长堤/第九章.txt": """第九章 夜雨

    沈青禾推开门的时候，雨已经下了整整一夜。

    “你怎么才来？”老周头也不抬，“茶都凉了三回。”

山前一夜雨，陌上几枝花。
客去门犹掩，风来帘自斜。
""",
    "长堤/第十章.txt": "第十章 晴川\n\n    天晴了。\n",
}
"""By path; what is not marked is clean, whatever the rules of the day find."""


def marked_body(marked: str) -> str:
    """The body of a page of a text whose noise is marked in place, and nothing else."""
    text, noise = unmark(marked)
    return critic.write(text, [Span(a, z, kind_of(text[a:z], new), "by-hand", new) for a, z, new in noise])
