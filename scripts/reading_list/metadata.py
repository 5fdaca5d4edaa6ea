"""What a text tells about itself."""

from reading_list.credits import find_author, find_publisher
from reading_list.dates import find_date
from reading_list.model import Metadata
from reading_list.title import find_headline, find_title

_TELLING = 6
"""So many characters of a title tell whether it stands in the clean text."""


def extract(legible: str, clean: str, path: str) -> Metadata:
    """Title, date, publisher, and author of a text: `legible` has its furniture still, for that is where
    they are told, `clean` has it no more; `path` names a text that has no visible character.

    >>> told = "全区教育大会召开\\n发布时间:2021-03-05\\n昨日,全区教育大会召开。"
    >>> extract(told, told, "a.txt").date
    '2021-03-05'
    """
    title = _title(legible, clean, path)
    return Metadata(title, find_date(legible, title), find_publisher(legible), find_author(legible))


def _title(legible: str, clean: str, path: str) -> str:
    """A line that the collation takes for furniture is no title where the clean text has a headline."""
    title = find_title(legible, path)
    if title[:_TELLING] in clean:
        return title
    return find_headline(clean) or title
