"""A command, measured: time, and the memory of it and of all that it starts (Linux)."""

import os
import re
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

STEP = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds by the clock and of processors, and the most memory, in MB, of all processes together."""

    seconds: float
    processor_seconds: float
    megabytes: float


class Overtime(Exception):
    """A command was stopped; `usage` is what it had used by then."""

    def __init__(self, usage: Usage) -> None:
        """Keep what was used."""
        super().__init__(f"stopped after {usage.seconds:.0f} s")
        self.usage = usage


def run(command: Sequence[str | Path], folder: Path, limit: float) -> Usage:
    """Run a command in `folder`; RuntimeError if it fails, Overtime after `limit` seconds."""
    start = time.perf_counter()
    peak = 0.0
    late = False
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        handle = os.pidfd_open(process.pid)
        while True:
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            peak = max(peak, memory(process.pid))
            if not late and time.perf_counter() - start > limit:
                late = True
                os.killpg(process.pid, signal.SIGKILL)
            select.select([handle], [], [], STEP)  # and no longer than the command takes
    os.close(handle)
    process.returncode = status  # it was waited for here, not by subprocess
    peak = max(peak, used.ru_maxrss / 1000)
    usage = Usage(time.perf_counter() - start, used.ru_utime + used.ru_stime, peak)
    if late:
        raise Overtime(usage)
    if status:
        raise RuntimeError(f"{' '.join(map(str, command))}: {(folder / 'log').read_text()[-500:]}")
    return usage


def memory(session: int) -> float:
    """The MB that the processes of a session hold, what they share counted once."""
    kilobytes = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(process.name)) == session:
                share = re.search(r"^Pss: +(\d+)", (process / "smaps_rollup").read_text(), re.MULTILINE)
                kilobytes += int(share[1]) if share else 0
        except (OSError, ValueError):
            continue  # it has ended meanwhile
    return kilobytes / 1000
