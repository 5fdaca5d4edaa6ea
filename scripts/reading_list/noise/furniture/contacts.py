"""A site's contact block below a text: ◆ 联系人:…, ◆ 传真:…, ◆ E-mail:…, one bullet before all.

A notice has such a block of its own, so what the text is about decides.
"""

from itertools import takewhile

from reading_list.noise.late import late
from reading_list.noise.layout import EDGE, Layout, label_of

BULLET = late("[◆◇●○■□★☆◎※▪▲►➤]")
WRITTEN = frozenset(("传真", "邮箱", "电子邮箱", "e-mail", "email", "qq", "微信", "网址"))
"""Whoever gives one of these gives more than a notice's telephone number."""
WAYS = WRITTEN | {"联系人", "联系电话", "电话", "手机", "地址", "联系地址", "邮编", "热线", "咨询热线"}
ENOUGH = 3
NOTICE = late("公告|通告|通知|启事|招聘|招标|招生|征集|征稿|报名|邀请|简章|须知|采购|出租|转让")
TITLES = 2
"""What a text is about is said in so many first lines."""


def mark_contacts(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` such a block right above a known line of the foot."""
    count = len(layout.bounds)
    for last in range(count - 2, max(0, count - EDGE), -1):
        if last + 1 in marks and BULLET.match(layout.line(last)):
            block = block_to(layout, last)
            labels = {label_of(layout.line(i)) for i in block}
            if len(labels) >= ENOUGH and labels & WRITTEN and not is_notice(layout, marks):
                marks.update(dict.fromkeys(block, "contacts"))
            return


def block_to(layout: Layout, last: int) -> list[int]:
    """The lines up to the last one that have its bullet and the label of a contact."""
    sign = layout.line(last)[0]
    return list(
        takewhile(
            lambda i: layout.line(i).startswith(sign) and label_of(layout.line(i)) in WAYS,
            range(last, 0, -1),
        )
    )


def is_notice(layout: Layout, marks: dict[int, str]) -> bool:
    """Whether the first lines that are not the site's name a notice."""
    rest = [i for i in range(min(len(layout.bounds), 3 * EDGE)) if i not in marks]
    return any(NOTICE.search(layout.line(i)[:60]) for i in rest[:TITLES])
