"""Whether time grows as the text does: told by a ratio, for a machine may be slow, and busy."""

import time
from collections.abc import Callable


def is_linear(do: Callable[[str], object], unit: str, length: int = 3000) -> bool:
    """Whether eight times as many of `unit` take some eight times the time; were it quadratic, 64 times.

    `length` is that of the shorter text, in characters.
    """

    def seconds(text: str) -> float:
        begin = time.process_time()
        do(text)
        return time.process_time() - begin

    short = unit * (length // len(unit))
    # Whatever else the machine does may spoil one measurement, hardly three.
    return any(seconds(short * 8) < 24 * max(seconds(short) for _ in range(3)) for _ in range(3))
