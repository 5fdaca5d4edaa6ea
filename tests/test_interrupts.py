import os
import signal
import subprocess

import pytest

from reading_list.interrupts import held_back


def test_an_interrupt_that_was_held_back_comes_afterwards() -> None:
    reached = False
    with pytest.raises(KeyboardInterrupt), held_back():
        os.kill(os.getpid(), signal.SIGINT)
        reached = True
    assert reached


def test_processes_started_meanwhile_are_not_interrupted() -> None:
    with held_back():
        sleeper = subprocess.Popen(["sleep", "0.2"])
    sleeper.send_signal(signal.SIGINT)
    assert sleeper.wait() == 0
