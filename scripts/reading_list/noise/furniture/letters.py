"""Letters, of a mailbox or a mailing list: the lines over each, what it quotes, what the list sets below."""

from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.furniture.quotes import RULE_OF_MOTTO, is_said_before, lines_of_rules
from reading_list.noise.late import late
from reading_list.noise.layout import Layout

HEADER = late(
    r"(from|to|cc|bcc|date|sent|subject|reply-to|message-id|in-reply-to|references|list-id|x-mailer"
    r"|发件人|寄件者|收件人|抄送|密送|发送时间|发送日期|时间|日期|主题|附件) ?: ?"
)
SUBJECT = ("subject", "主题")
ADDRESS = late(r"[\w.+-]{1,40}(?:@| at )[\w-]{1,40}\.[\w.-]{2,40}")
QUOTED_FROM = late(r"(?:写道|wrote|@[\w.-]{3,40}>) ?:$")
FORWARDED = late(
    r"-{2,} ?(?:original message|forwarded (?:message|by .{1,40})|原始邮件|原邮件|邮件原件"
    r"|转发的?邮件(?:信息)?) ?-{2,}"
)
ARCHIVE = late(
    r"(?:previous|next) message(?: \(by thread\))? ?:.*|messages sorted by ?:.*|-{6,} next part -{6,}"
    r"|(?:an? .{2,30}|.{0,20}text) attachment was scrubbed\.{0,3}|(?:name|type|size|desc|url) ?: .{1,160}"
    r"|more information about the \S{1,40} mailing list|(?:mon|tue|wed|thu|fri|sat|sun),? .{5,12}"
    r" [\d:]{8} \w{2,4} \d{4}|.{1,40} [\w.+-]{1,40} at [\w.-]{1,40}\.[\w.-]{2,40}"
)
"""Lines of the pages that Mailman makes."""
SORTED = late("messages sorted by ?:|attachment was scrubbed|more information about the .{1,40} mailing list")
"""Those that nothing else has."""
LEAVING = late(r"[^。\n]{0,60}(?:退订|unsubscribe|取消订阅)[^。\n]{0,80}(?:@|https?://)\S{3,80}")

HEAD, FOOT = 3, 6
"""So many lines at either end are looked at for a letter's header and for how to leave its list."""
LONGEST_SIGNATURE = 4


def mark_letters(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` the frame of letters, if a line of the list's own is known, or the text begins with a
    letter's header."""
    head = range(min(HEAD, len(layout.bounds))) if "@" in layout.folded else ()
    top = next((i for i in head if is_header(layout, i)), -1)
    is_letter = top >= 0
    may_leave = "unsubscribe" in layout.folded
    for i in range(max(0, len(layout.bounds) - FOOT), len(layout.bounds)):
        line = layout.lines[i]
        may_be = "订" in line or (may_leave and "unsubscribe" in line)
        if may_be and LEAVING.fullmatch(line) and (is_letter or is_rule(layout, i - 1)):
            marks.setdefault(i, "mailing-list")
    if may_leave and "unsubscribe@" in layout.folded:
        lines = [i for i, line in enumerate(layout.lines) if "unsubscribe@" in line]
        marks.update((i, "mailing-list") for i in lines if LEAVING.fullmatch(layout.line(i)))
    if any(map(layout.folded.__contains__, ("messages sorted by", "was scrubbed", " mailing list\n"))):
        mark_archive(layout, marks)
    if not is_letter and "mailing-list" not in marks.values():
        return
    for i in range(len(layout.bounds)):
        line = layout.line(i)
        if i not in marks and HEADER.match(line):
            end = i
            while HEADER.match(layout.line(end)):
                end += 1
            if end - i > 2:
                mark_header(layout, marks, range(i, end))
        elif FORWARDED.fullmatch(line):
            marks[i] = "letter"
        elif line[-1] == ":" and QUOTED_FROM.search(line):
            marks[i] = "letter"
            while layout.line(i + 1).startswith(">"):
                i += 1
                if is_said_before(layout, marks, line_of_quote(layout, i), i):
                    marks[i] = "quote"
    for i in [i for i in lines_of_rules(layout) if is_rule(layout, i)]:
        below = next(
            (j for j in range(i + 1, i + 2 + LONGEST_SIGNATURE) if j in marks or is_rule(layout, j)), 0
        )
        if below:
            marks.update(dict.fromkeys(range(i, below), "letter"))


def is_header(layout: Layout, i: int) -> bool:
    """Whether a letter's header begins with line `i`: three labels or more, and an address."""
    lines = [layout.line(j) for j in range(i, i + 3)]
    return all(map(HEADER.match, lines)) and any("@" in line and ADDRESS.search(line) for line in lines)


def mark_archive(layout: Layout, marks: dict[int, str]) -> None:
    """The lines of a page of Mailman's archive, one of which nothing else has."""
    lines = [
        i
        for i, line in enumerate(layout.lines)
        if ("a" <= line[0] <= "z" or line[0] == "-" or " at " in line) and ARCHIVE.fullmatch(line)
    ]
    if any(SORTED.match(layout.line(i)) for i in lines):
        marks.update((i, "mailing-list") for i in lines if i not in marks)


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


def line_of_quote(layout: Layout, i: int) -> str:
    """What a line quotes, without the signs before it."""
    return layout.line(i).lstrip("> ")


def find_signs(layout: Layout, marks: dict[int, str]) -> Iterator[Span]:
    """The signs before the lines that a letter quotes, if nobody in the text said them before."""
    for i in [i for i in marks if marks[i] == "letter" and QUOTED_FROM.search(layout.line(i))]:
        while layout.line(i + 1).startswith(">"):
            i += 1
            start, end = layout.bounds[i]
            if i not in marks:
                yield Span(start, end - len(line_of_quote(layout, i)), "furniture", "quote")
