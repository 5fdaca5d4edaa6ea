"""Results that are kept are whole, whoever else keeps some at the same time."""

import multiprocessing
from pathlib import Path

from reading_list import kept


def keep(path: Path, name: str) -> None:
    for _ in range(30):
        kept.store(path, {f"{name}{number}": f"{name} {number}".encode() for number in range(1000)})


def test_two_processes_keep_results_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / ".cache" / "x.jsonl"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=keep, args=(path, name)) for name in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    results = kept.load(path)
    assert len(results) == 1000
    assert all(key == result.decode().replace(" ", "") for key, result in results.items())
