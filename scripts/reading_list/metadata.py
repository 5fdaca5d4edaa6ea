"""What a text tells about itself."""

from reading_list.credits import find_author, find_publisher
from reading_list.dates import find_date
from reading_list.model import Metadata
from reading_list.title import find_title


def extract(legible: str, path: str) -> Metadata:
    """Title, date, publisher, and author of a text whose furniture still stands, for that is where they are
    told; `path` names a text that has no visible character.

    >>> extract("全区教育大会召开\\n发布时间:2021-03-05\\n昨日,全区教育大会召开。", "a.txt").date
    '2021-03-05'
    """
    title = find_title(legible, path)
    return Metadata(title, find_date(legible, title), find_publisher(legible), find_author(legible))
