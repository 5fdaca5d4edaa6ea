"""Importing folders: what is written, what is left alone, and what happens when things go wrong."""

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from reading_list import import_command, importer, restore_command
from reading_list.manifest import JOURNAL, MANIFEST

IMPORT = Path(__file__).parents[1] / "scripts" / "import_texts.py"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    put(folder, "风.txt", "第一章 风起\n\n　　他走了。\n")
    put(folder, "雨/1.txt", "雨下了一夜。")
    return folder


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


def put(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def run(docs: Path, *arguments: str | Path) -> int:
    return import_command.main([*map(str, arguments), "--docs", str(docs)])


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def assert_restores(docs: Path, sources: Path, out: Path) -> None:
    assert restore_command.main([str(docs), str(out)]) == 0
    assert tree(out) == tree(sources)


def test_writes_a_page_a_text_and_restores_each(sources: Path, docs: Path, tmp_path: Path) -> None:
    assert run(docs, sources) == 0
    assert {page.name for page in (docs / "texts").glob("*.md")} == {"风.md", "雨--1.md"}
    assert_restores(docs, sources, tmp_path / "out")


def test_a_second_import_changes_no_byte(sources: Path, docs: Path) -> None:
    run(docs, sources)
    before = tree(docs)
    times = {file: file.stat().st_mtime_ns for file in docs.rglob("*")}
    assert run(docs, sources) == 0
    assert tree(docs) == before
    assert {file: file.stat().st_mtime_ns for file in docs.rglob("*")} == times


def test_the_summary_is_the_last_line_of_stdout(
    sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(docs, sources)
    out, err = capsys.readouterr()
    assert out == "2 written, 0 unchanged, 0 edited, 0 failed, 0 removed\n"
    assert err == ""


def test_dry_run_writes_nothing(sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(docs, sources, "--dry-run") == 0
    assert not docs.exists()
    assert "风.txt → texts/风.md" in capsys.readouterr().out


def test_explain_names_the_type(sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(docs, sources, "--explain")
    assert "雨/1.txt: utf-8, unclassified" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["nowhere"], [], ["--unheard-of", "."]],
    ids=["no such source", "no source", "no such option"],
)
def test_wrong_usage_is_status_2(docs: Path, arguments: list[str]) -> None:
    try:
        status = run(docs, *arguments)
    except SystemExit as error:  # argparse speaks for itself
        status = int(error.code or 0)
    assert status == 2
    assert not docs.exists()


class TestBadInput:
    """Each gets one line that names it; the rest is imported; the status is 1."""

    def complaints(self, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
        assert run(docs, sources) == 1
        assert (docs / "texts" / "风.md").exists()
        return capsys.readouterr().err.splitlines()

    @pytest.mark.parametrize(
        "raw", [b"", b"  \n\r\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08"]
    )
    def test_no_text(self, raw: bytes, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (sources / "bad.txt").write_bytes(raw)
        (complaint,) = self.complaints(sources, docs, capsys)
        assert complaint.startswith("import_texts.py: bad.txt: ")

    def test_links_and_pipes(self, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (sources / "dangling.txt").symlink_to("nowhere")
        (sources / "self.txt").symlink_to("self.txt")
        (sources / "loop").symlink_to(".")
        os.mkfifo(sources / "pipe.txt")
        complaints = self.complaints(sources, docs, capsys)
        assert [line.split(": ")[1] for line in complaints] == [
            "dangling.txt",
            "loop",
            "pipe.txt",
            "self.txt",
        ]

    def test_a_file_that_vanishes(
        self, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(sources, "gone.txt", "昨天")
        read = Path.read_bytes

        def vanish(file: Path) -> bytes:
            if file.name == "gone.txt":
                file.unlink()
            return read(file)

        monkeypatch.setattr(Path, "read_bytes", vanish)
        assert self.complaints(sources, docs, capsys) == [
            "import_texts.py: gone.txt: cannot be read: No such file or directory"
        ]

    def test_two_sources_of_one_path(
        self, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        other = put(tmp_path / "other", "风.txt", "另一篇")
        assert run(docs, sources, other) == 1
        assert "two sources make texts/风.md" in capsys.readouterr().err
        assert "他走了" in (docs / "texts" / "风.md").read_text()

    def test_a_fault_of_a_rule(
        self, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from reading_list import pipeline

        find = pipeline.find_noise

        def fail(text: str, off: frozenset[object]) -> object:
            return 1 / 0 if "一夜" in text else find(text, off)  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, "find_noise", fail)
        (complaint,) = self.complaints(sources, docs, capsys)
        assert "雨/1.txt" in complaint
        assert "ZeroDivisionError" in complaint


ODD_NAMES = [
    b"\xd6\xd0\xce\xc4.txt",  # not UTF-8
    "长".encode() * 83 + b"ab.txt",  # 255 bytes
    b"..dots..txt",
    b"bell\x07\nline.txt",
    b"Case.txt",
    b"case.txt",
    b"CASE.TXT",
    b"a b.txt",
    b"a-b.txt",
    b"<img src=x onerror=alert(1)>.txt",
]


def test_odd_names_get_distinct_pages_and_come_back(docs: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    for number, name in enumerate(ODD_NAMES):
        put(sources, os.fsdecode(name), f"第{number}篇")
    assert run(docs, sources) == 0
    pages = [page.name for page in (docs / "texts").glob("*.md")]
    assert len({name.casefold() for name in pages}) == len(ODD_NAMES)
    assert_restores(docs, sources, tmp_path / "out")


class TestEditedPages:
    """What a person did to a page is never lost."""

    @pytest.fixture
    def edited(self, sources: Path, docs: Path) -> Path:
        run(docs, sources)
        page = docs / "texts" / "风.md"
        page.write_text(page.read_text().replace("unclassified", "novel-chapter"))
        return page

    def test_is_kept_and_named(
        self, edited: Path, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = edited.read_bytes()
        assert run(docs, sources) == 0
        assert edited.read_bytes() == before
        assert "风.md, which somebody edited" in capsys.readouterr().err

    def test_still_restores(self, edited: Path, sources: Path, docs: Path, tmp_path: Path) -> None:
        assert_restores(docs, sources, tmp_path / "out")

    def test_is_kept_when_its_source_changes(
        self, edited: Path, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = edited.read_bytes()
        put(sources, "风.txt", "风停了。")
        assert run(docs, sources) == 1
        assert edited.read_bytes() == before
        assert "its source changed" in capsys.readouterr().err

    def test_is_not_pruned(
        self, edited: Path, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (sources / "风.txt").unlink()
        (sources / "雨" / "1.txt").unlink()
        assert run(docs, sources, "--prune") == 0
        assert edited.exists()
        assert not (docs / "texts" / "雨--1.md").exists()
        assert "风.md, which somebody edited" in capsys.readouterr().err

    def test_a_page_of_ones_own_is_not_taken(self, sources: Path, docs: Path) -> None:
        own = put(docs, "texts/风.md", "我的笔记")
        assert run(docs, sources, "--prune") == 1
        assert own.read_text() == "我的笔记"

    def test_is_kept_when_that_happens_during_the_import(
        self, edited: Path, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        mine = edited.read_bytes()
        edited.unlink()
        run(docs, sources)
        put(sources, "风.txt", "风停了。")

        def edit(outcome: importer.Outcome, texts: Path) -> importer.Outcome:
            if outcome.path == "风.txt":
                edited.write_bytes(mine)
            return importer.store(outcome, texts)

        with pytest.MonkeyPatch.context() as context:
            context.setattr(import_command, "store", edit)
            assert run(docs, sources) == 0
        assert edited.read_bytes() == mine
        assert "风.md, which somebody edited" in capsys.readouterr().err

    def test_renamed_it_is_kept_and_named(
        self, edited: Path, sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        renamed = edited.rename(edited.with_name("my.md"))
        before = renamed.read_bytes()
        for arguments in ([], ["--prune"]):
            assert run(docs, sources, *arguments) == 0
            assert "import_texts.py: texts/my.md: kept, but no source" in capsys.readouterr().err
        assert renamed.read_bytes() == before
        assert edited.exists()


def test_killed_while_it_prunes_the_next_import_writes_the_lists(
    sources: Path, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(docs, sources)
    (sources / "雨" / "1.txt").unlink()
    with monkeypatch.context() as context:
        context.setattr(import_command.lists, "write", None)
        with pytest.raises(TypeError):
            run(docs, sources, "--prune")
    assert run(docs, sources, "--prune") == 0
    assert "雨--1" not in (docs / "index.md").read_text()
    assert "雨--1" not in (docs / "texts" / MANIFEST).read_text()


def test_prune_forgets_a_text_whose_page_somebody_removed(sources: Path, docs: Path, tmp_path: Path) -> None:
    run(docs, sources)
    (sources / "雨" / "1.txt").unlink()
    (docs / "texts" / "雨--1.md").unlink()
    assert run(docs, sources, "--prune") == 0
    (sources / "雨").rmdir()
    assert_restores(docs, sources, tmp_path / "out")


def test_prune_removes_nothing_of_a_folder_that_cannot_be_listed(
    sources: Path, docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(docs, sources)
    before = tree(docs)

    def refuse(folder: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "scandir", refuse)
    assert run(docs, sources, "--prune") == 1
    assert f"cannot list the folder {sources}: Permission denied" in capsys.readouterr().err
    monkeypatch.undo()
    assert tree(docs) == before


def test_prune_keeps_the_page_of_a_source_that_cannot_be_read_now(sources: Path, docs: Path) -> None:
    run(docs, sources)
    (sources / "风.txt").unlink()
    (sources / "风.txt").symlink_to("nowhere")
    assert run(docs, sources, "--prune") == 1
    assert (docs / "texts" / "风.md").exists()


def test_a_changed_source_changes_its_page(sources: Path, docs: Path, tmp_path: Path) -> None:
    run(docs, sources)
    put(sources, "风.txt", "风停了。")
    assert run(docs, sources) == 0
    assert_restores(docs, sources, tmp_path / "out")


def test_pages_inside_the_sources_are_no_sources(tmp_path: Path) -> None:
    put(tmp_path, "风.txt", "风停了。")
    assert run(tmp_path / "docs", tmp_path) == 0
    before = tree(tmp_path)
    assert run(tmp_path / "docs", tmp_path) == 0
    assert tree(tmp_path) == before


def test_a_sidecar_path_that_matches_no_text_is_named(
    sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = '[[text]]\npath = "雨/*"\ntitle = "甲"\n[[text]]\npath = "雪/*"\ntitle = "乙"\n'
    sidecar = put(sources, "reading-list.toml", said)
    assert run(docs, sources) == 0
    complaint = f"import_texts.py: {sidecar}: path '雪/*' matches no text here; mend it or take it out\n"
    assert capsys.readouterr().err == complaint
    assert run(docs, sources / "风.txt") == 0  # of one text the others are not asked
    assert capsys.readouterr().err == ""


def many(folder: Path, count: int) -> None:
    for number in range(count):
        put(folder, f"{number}.txt", f"第{number}章\n\n" + "他沿着河走了很久。\n" * 50)


def test_killed_at_any_moment_the_next_run_finishes(docs: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    many(sources, 400)
    command = [sys.executable, str(IMPORT), str(sources), "--docs", str(docs)]
    for reached in (1, 100, 300):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while len(list((docs / "texts").glob("*.md"))) < reached and process.poll() is None:
            assert time.monotonic() < deadline
        process.send_signal(signal.SIGKILL)
        process.wait()
        for page in (docs / "texts").glob("*.md"):
            assert page.read_text().endswith("他沿着河走了很久。\n")
        if reached == 100:  # a line that the kill cut short
            with (docs / "texts" / JOURNAL).open("a") as journal:
                journal.write('{"slug":"0","sour')
    assert run(docs, sources) == 0
    assert_restores(docs, sources, tmp_path / "out")
    whole = tmp_path / "whole"
    assert run(whole, sources) == 0
    assert tree(docs) == tree(whole)


def test_a_kill_between_line_and_page_is_no_edit(sources: Path, docs: Path, tmp_path: Path) -> None:
    run(docs, sources)
    old = tree(docs / "texts")
    put(sources, "风.txt", "风停了。")
    run(docs, sources)
    # The line of the new page is in the journal, the page on disk is still the old one.
    new_lines = (docs / "texts" / MANIFEST).read_bytes()
    (docs / "texts" / JOURNAL).write_bytes(new_lines)
    for name, raw in old.items():
        (docs / "texts" / name).write_bytes(raw)
    assert run(docs, sources) == 0
    assert_restores(docs, sources, tmp_path / "out")


def test_two_imports_at_once_come_out_as_one(docs: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    many(sources, 100)
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=run, args=(docs, sources)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    assert_restores(docs, sources, tmp_path / "out")


def test_lists_wait_for_a_page_that_somebody_broke(
    sources: Path, docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(docs, sources)
    page = docs / "texts" / "风.md"
    text = page.read_text()
    page.write_text(text.replace("type: ", 'type: "'))
    put(sources, "雪.txt", "雪停了。")
    assert run(docs, sources) == 1
    assert (docs / "texts" / "雪.md").exists()
    assert "风.md: the front matter is not YAML" in capsys.readouterr().err.splitlines()[-1]
    page.write_text(text)
    assert run(docs, sources) == 0
    assert "雪停了" in (docs / "index.md").read_text()


def test_a_full_disk_is_told_in_one_line(
    sources: Path, docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    assert run(docs, sources) == 2
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.startswith(f"import_texts.py: {docs}: No space left on device")
    monkeypatch.undo()
    assert run(docs, sources) == 0


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("reached", [1, 50])
def test_stopped_by_hand_it_says_so_in_one_line(
    sources: Path, docs: Path, stop: signal.Signals, reached: int
) -> None:
    many(sources, 1500)  # so many that none of it is done before it is stopped
    command = [sys.executable, str(IMPORT), "--docs", str(docs), str(sources)]
    # A shell's background jobs ignore the signal, and so would ours.
    restore = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=restore
    ) as running:
        texts = docs / "texts"
        while (not texts.exists() or len(list(texts.glob("*.md"))) < reached) and running.poll() is None:
            time.sleep(0.01)
        os.killpg(running.pid, stop)  # as a terminal and a service manager do: all processes get it
        _, complaints = running.communicate(timeout=60)
    assert running.returncode == 130
    assert complaints == "import_texts.py: stopped; import again to finish\n"
    assert run(docs, sources) == 0
