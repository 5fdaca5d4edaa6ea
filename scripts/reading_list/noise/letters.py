"""Letters of a mailing list: the lines over each, what it quotes, and what the list sets below."""

from reading_list.noise.late import late
from reading_list.noise.layout import Layout
from reading_list.noise.quotes import RULE_OF_MOTTO

HEADER = late(
    r"(from|to|cc|date|sent|subject|reply-to|message-id|in-reply-to|references|list-id"
    r"|发件人|收件人|抄送|发送时间|日期|主题) ?: ?"
)
SUBJECT = ("subject", "主题")
QUOTED_FROM = late(r"(?:写道|wrote|@[\w.-]{3,40}>) ?:$")

LONGEST_SIGNATURE = 4


def mark_letters(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` the frame of letters, if a line of the list's own is known."""
    if "mailing-list" not in marks.values():
        return
    for i in range(len(layout.bounds)):
        if i not in marks and HEADER.match(layout.line(i)):
            end = i
            while HEADER.match(layout.line(end)):
                end += 1
            if end - i > 2:
                mark_header(layout, marks, range(i, end))
        elif QUOTED_FROM.search(layout.line(i)):
            marks[i] = "letter"
            while layout.line(i + 1).startswith(">"):
                i += 1
                marks[i] = "quote"
    for i in [i for i in layout.lines_with(RULE_OF_MOTTO) if RULE_OF_MOTTO.fullmatch(layout.line(i))]:
        below = next(
            (j for j in range(i + 1, i + 2 + LONGEST_SIGNATURE) if j in marks or is_rule(layout, j)), 0
        )
        if below:
            marks.update(dict.fromkeys(range(i, below), "letter"))


def mark_header(layout: Layout, marks: dict[int, str], lines: range) -> None:
    """The lines over a letter; a subject that has not been named yet is the text's title."""
    for i in lines:
        label = HEADER.match(layout.line(i))
        title = layout.line(i)[label.end() :].removeprefix("re: ") if label else ""
        is_title = label and label[1] in SUBJECT and layout.folded.find(title) >= layout.bounds[i][0]
        if not is_title:
            marks[i] = "letter"


def is_rule(layout: Layout, i: int) -> bool:
    """Whether a line parts a letter from what stands below."""
    return RULE_OF_MOTTO.fullmatch(layout.line(i)) is not None
