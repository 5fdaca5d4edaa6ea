"""Forms of lines around posts that no author's line has, if they come again with text between them: a number,
a name and since when (#3 某某 • 2年前), votes (43 ▲ 2 ▼ 回复), when and from where (3-9 18:41 来自四川 回复).
"""

from reading_list.noise.late import late

LONGEST = 60

DAY = r"(?:(?:[0-9]{2}|[0-9]{4})[-/.年])?[0-9]{1,2}[-/.月][0-9]{1,2}日?"
TIME = r"(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
AGO = (
    r"(?:刚刚|昨天|前天|[0-9]{1,2} ?年前|[0-9]{1,3} ?(?:秒|分钟|小时|天|周|个?月)前"
    r"|[0-9]{1,3} ?(?:y|yr|year|mo|month|w|week|d|day|h|hr|hour|min|minute)s?\.? ago)"
)
WHEN = rf"(?:{AGO}|{DAY}{TIME}|[0-9]{{1,3}} ?[年周天](?!\w))"
DOT = r" ?[•·・|‧] ?"
NAME = r"[^\s。,:!?•·・|]{1,20}"
COUNT = r"[(\[]?[0-9][0-9,.]*+[万k+人]?+[)\]]?+"
ACTION = r"(?:回[复覆应]|点?赞同?|顶|踩|举报|检举|投诉|有用|没用|亮了|转[发贴推]|复制|不看ta的评论|top|reply)"
WORD = (
    rf"(?:{ACTION}|分享|收藏|评论|支持|反对|喜欢|引[用言]|留言|讨论|删除|share|report|save|follow|like|quote)"
)
PLACE = rf"(?:{DOT}\S{{2,4}}(?={DOT})| (?:来自 ?)?\S{{2,8}}(?= ))"
SIGN = "[▲△▼▽👍👎♥♡❤ñø]"

ROW = rf"[\[ ]*+(?:(?:{WHEN}{PLACE}?+|[条个]?{WORD}|{COUNT}|{SIGN})[ |/•·・‧›»>\[\]]*+)++"
"""What one can do with a post, and how many have; maybe when it was written, and where."""
MORE = late(rf"(?=.*{ACTION})(?:.*[0-9·•・‧▲△]|.*{WORD}.+{WORD})")
"""A row has a word for that, and more than it."""
HEADED = late(rf"[0-9.]{{1,6}} ?(?!有用|点?赞|亮了){WORD}")
"""A number before one word may be a heading's."""

BY_FIRST = late(
    rf"(?P<number>#[0-9]{{1,5}} {NAME}{DOT}{AGO})"
    rf"|(?P<floor>b[0-9]{{1,4}}{DOT}(?:{DAY}{TIME}|{AGO}))"
    rf"|(?P<numbered>#[0-9]{{1,5}} {{1,3}}{NAME})"
    r"|(?P<handle>@[a-z0-9_.-]{3,24})"
    r"|(?P<button>回[复覆应]|举报|检举|引用)"
    rf"|(?P<place>{DAY} [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})? 来自 ?[^\s的]{{2,10}}(?: [^\s的]{{1,10}})?)"
    rf"|(?P<row>{ROW})"
)
BY_LAST = late(
    rf"(?P<ago>{NAME}(?: {NAME}){{0,2}}{DOT}{AGO})"
    rf"|(?P<floored>{NAME}(?: {NAME})? (?:[楼题]主|沙发|板凳|地板|[0-9]{{1,4}} ?[楼#]))"
    rf"|(?P<deed>{NAME} (?:commented|replied|opened this issue|closed this(?: as completed)?)"
    r" (?:on [0-9a-z, ]{8,14}|[0-9a-z ]{3,16} ago)(?: · [0-9]{1,4} comments?)?)"
    rf"|(?P<masked>\w{{1,3}}\*{{2,4}}\w{{1,4}} ?[(\[]匿名[)\]])"
)
"""The names of the groups are those of the forms."""
FIRST = frozenset(
    "#@brslfq[(0123456789刚昨前条个回点赞顶踩举检投有没亮转复不分收评支反喜引留讨删▲△▼▽👍👎♥♡❤ñø"
)
LAST = frozenset("前刚天)]ost0123456789主发凳板楼#")
"""How lines of these forms begin or end."""


def post_form_of(line: str) -> str:
    """The name of the form that a folded line has, "" if none.

    >>> post_form_of("43 ▲ 2 ▼ 回复"), post_form_of("3.2 回复"), post_form_of("他回复说")
    ('row', '', '')
    """
    if len(line) > LONGEST:
        return ""
    found = BY_FIRST.fullmatch(line) if line[0] in FIRST else None
    if not found:
        found = BY_LAST.fullmatch(line) if line[-1] in LAST else None
    form = (found.lastgroup or "") if found else ""
    if form == "row" and (HEADED.fullmatch(line) or not MORE.match(line)):
        return ""
    return form
