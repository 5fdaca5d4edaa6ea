"""Regular expressions that most texts never need.

To compile a set with all Chinese characters takes a millisecond, and the first text would wait for dozens.
"""

import re
from typing import Any, cast


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has under that name; kept, so that it is asked for once."""
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)
        return value


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used.

    >>> late("[a-z]+").findall("走ok吧")
    ['ok']
    """
    return cast(re.Pattern[str], _Late(pattern, flags))
