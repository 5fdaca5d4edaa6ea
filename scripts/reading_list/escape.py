"""Markdown-active characters in a line of source text, and back.

What is escaped is what CommonMark, Python-Markdown and CriticMarkup would interpret, by the shortest form
that all of them read as the character itself. A line is a paragraph of its own, so constructs that need
two lines (tables, setext headings, fences with content) cannot arise.
"""

import re

_ACTIVE = re.compile(
    r"""(?x)
      [\\`*_\[\}]                # emphasis, code, links, the end of a CriticMarkup mark
    | [<&\{\x00-\x08\x0b-\x1f]   # HTML, entities, attributes and templates; controls a parser may use itself
    | ~(?=[~>]) | (?<=~)~ | (?<=~)>  # strikethrough, fences, the middle of a substitution
    """
)
# A line may begin with the end of a mark over a line end, which must stay whole.
_BLOCK_START = re.compile(r"[ ]{0,3}(?:(?P<mark>[#>]|(?!--\})[+-](?=[\s-]|$))|\d+(?P<stop>[.)])(?=\s|$))")
_BLOCK_PART = re.compile(r"(?P<entity>[ \t~])|(?P<mark>[#>]|[+-](?=[\s-]|$))|\d*(?P<stop>[.)])(?=\s|$)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_BACKSLASHED = frozenset("\\`*_[}>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});|&(lt|amp);")
_NAMED = {"lt": "<", "amp": "&"}


def _escape_character(character: str) -> str:
    if character in _BACKSLASHED:
        return "\\" + character
    return _ENTITIES.get(character) or f"&#{ord(character)};"


def escape(text: str) -> str:
    r"""Escape a stretch of text that does not begin or end a line.

    >>> escape("3*4 < 5 {注}")
    '3\\*4 &lt; 5 &#123;注\\}'
    """
    return _ACTIVE.sub(lambda match: _escape_character(match[0]), text)


def escape_line_start(line: str) -> str:
    r"""Disarm what would open a block in an escaped line: indentation, headings, quotes, lists, rules.

    >>> escape_line_start("- 一、总则")
    '\\- 一、总则'
    >>> escape_line_start("2021. 年")
    '2021\\. 年'
    """
    if line.startswith(("    ", "\t")) or line[:4].strip(" ").startswith("\t"):
        return f"&#{ord(line[0])};{line[1:]}"
    if match := _BLOCK_START.match(line):
        place = match.start("mark" if match["mark"] else "stop")
        return f"{line[:place]}\\{line[place:]}"
    return line


def escape_after_mark(stretch: str) -> str:
    r"""Disarm what would open a block in an escaped stretch, once nothing but marks that vanish, and parts of
    such an opening, stand before it in its line.

    >>> escape_after_mark(". 总则"), escape_after_mark(" 总则")
    ('\\. 总则', '&#32;总则')
    """
    match = _BLOCK_PART.match(stretch)
    if not match:
        return stretch
    if match["entity"]:
        return f"&#{ord(stretch[0])};{stretch[1:]}"
    place = match.start("mark" if match["mark"] else "stop")
    return f"{stretch[:place]}\\{stretch[place:]}"


def escape_line_end(line: str) -> str:
    """Make white space at the end of a line visible, since editors like to remove it.

    >>> escape_line_end("完 ")
    '完&#32;'
    """
    return f"{line[:-1]}&#{ord(line[-1])};" if line[-1:].isspace() else line


def unescape(text: str) -> str:
    """The text that was escaped; anything else that looks like Markdown stays as it is."""
    return _ESCAPED.sub(_unescape_match, text)


def _unescape_match(match: re.Match[str]) -> str:
    character, number, name = match.groups()
    if number:
        return chr(int(number)) if int(number) <= 0x10FFFF else match[0]
    return character or _NAMED[name]
