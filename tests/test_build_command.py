"""Building: whichever way a page came to be, it has the bytes that a plain `mkdocs build` gives it."""

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from projects import REPORT, ROOT, build_site, import_texts, make_project, put, tree

from reading_list import build_command, building, inventory, list_pages, render, site


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.delenv("SITE_URL", raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def build_plainly(project: Path) -> dict[str, bytes]:
    """What `mkdocs build --strict` makes."""
    config = load_config(str(project / "mkdocs.yml"), strict=True, site_dir=str(project / "plain"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return tree(project / "plain")


def forbid_whole_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(config_file: Path) -> Path:
        raise AssertionError("everything was built")

    monkeypatch.setattr(building, "build_whole", fail)


@pytest.mark.parametrize("address", ["", "https://example.org/书/"])
def test_a_whole_build_gives_the_bytes_of_a_plain_one(
    project: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    assert build_site(project) == build_plainly(project)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the texts were many, and the processors three."""
    monkeypatch.setattr(building, "SHARE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)


@pytest.mark.usefixtures("processes")
def test_pages_that_several_processes_build_are_those_of_one(project: Path) -> None:
    left = project / building.PART / "1" / "texts" / "left" / "index.html"  # by a build that was killed
    put(left.parent, left.name, "")
    assert build_site(project) == build_plainly(project)
    assert not (project / building.PART).exists()


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize("slug", ["a", "a-1", "1"])
def test_whichever_process_cannot_build_a_page_says_so(
    project: Path, slug: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project / "docs" / "texts" / f"{slug}.md"
    page.write_text(page.read_text().replace("<!-- source", "[没有](nowhere.md)\n\n<!-- source"))
    assert build_command.main(["--config", str(project / "mkdocs.yml")]) == 1
    assert f"'texts/{slug}.md' contains a link 'nowhere.md'" in capsys.readouterr().err


@pytest.mark.usefixtures("processes")
def test_a_process_that_is_killed_fails_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(render, "render_only", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert build_command.main(["--config", str(project / "mkdocs.yml")]) == 1
    assert "was ended before it was done" in capsys.readouterr().err
    assert multiprocessing.active_children() == []


def change(project: Path) -> None:
    put(project, "长河/2.txt", "第2章 渡口\n\n　　他沿着河走了很久。\n又添了一行。\n")


def retitle(project: Path) -> None:
    put(project, "2.txt", REPORT.format("全区重点项目集中竣工", 2))


def add(project: Path) -> None:
    put(project, "4.txt", REPORT.format("全区重点项目集中开工4", 4))


def remove(project: Path) -> None:
    (project / "sources" / "长河" / "2.txt").unlink()


def reencode(project: Path) -> None:
    file = project / "sources" / "1.txt"
    file.write_bytes(file.read_text().encode("gb18030"))


def edit(project: Path) -> None:
    page = project / "docs" / "texts" / "3.md"
    page.write_text(
        page.read_text().replace("publisher: ", "author: 周渡\npublisher: ").replace("区委", "县委")
    )


def edit_what_stands_above_a_text(project: Path) -> None:
    page = project / "docs" / "texts" / "a-1.md"
    page.write_text(page.read_text().replace("存疑", "可信"))


def empty(project: Path) -> None:
    page = project / "docs" / "texts" / "a.md"
    page.write_text(page.read_text().partition("<!-- source text -->")[0] + "<!-- source text -->\n\n")


def fill_a_list(project: Path) -> None:
    for number in range(list_pages.LENGTH + 1):
        put(project, f"长河/{number + 10}.txt", f"第{number + 10}章 渡口\n\n　　他沿着河走了很久。\n")


def lose_a_page(project: Path) -> None:
    shutil.rmtree(project / "site" / "texts" / "a")


def lose_the_index(project: Path) -> None:
    shutil.rmtree(project / "site" / "search")


def test_each_page_links_its_own_original(project: Path) -> None:
    pages = {name: raw for name, raw in build_site(project).items() if name.startswith("texts/")}
    assert len(pages) == 10
    for name, raw in pages.items():
        (link,) = re.findall(r'href="\.\./\.\./originals/([^"]*)\.txt"', raw.decode())
        assert unquote(link) == Path(name).parent.name


@pytest.mark.parametrize(
    "acts",
    [
        (change,),
        (retitle, add, remove),
        (reencode, edit, edit_what_stands_above_a_text, empty),
        (fill_a_list, lose_a_page, lose_the_index),
    ],
)
def test_an_update_gives_the_bytes_of_a_whole_build(
    project: Path, acts: Sequence[Callable[[Path], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(project)
    for act in acts:
        act(project)
    import_texts(project)
    with monkeypatch.context() as context:
        forbid_whole_build(context)
        updated = build_site(project)
    assert updated == build_plainly(project)


def test_an_update_takes_away_what_a_killed_one_left(project: Path) -> None:
    build_site(project)
    rest = project / building.PART / "texts" / "left" / "index.html"
    rest.parent.mkdir(parents=True)
    rest.write_text("half a pa")
    retitle(project)
    import_texts(project)
    assert build_site(project) == build_plainly(project)
    assert not (project / building.PART).exists()


def test_a_changed_text_alone_needs_no_builder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_site(project)
    change(project)
    import_texts(project)
    monkeypatch.setattr("reading_list.render.render", None)
    build_site(project)
    assert "又添了一行" in (project / "site" / "texts" / "长河--2" / "index.html").read_text()


def test_when_nothing_has_changed_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(project)
    build_plainly(project)  # elsewhere, as `mkdocs serve` does
    before = {file: file.stat().st_mtime_ns for file in project.rglob("*")}
    build_site(project)
    assert capsys.readouterr().out.endswith("the site is up to date\n")
    assert {file: file.stat().st_mtime_ns for file in project.rglob("*")} == before


def test_after_a_build_that_was_cut_short_everything_is_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(project)
    change(project)
    import_texts(project)
    with monkeypatch.context() as context:
        context.setattr(site, "finish", _interrupt)
        assert build_command.main(["--config", str(project / "mkdocs.yml")]) == 130
    assert capsys.readouterr().err.endswith("\nbuild_site.py: stopped; build again to finish\n")
    assert build_site(project) == build_plainly(project)


def _interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def widen(project: Path) -> None:
    template = project / "overrides" / "main.html"
    template.write_text(template.read_text().replace("<h1>", '<h1 class="wide">'))


def rewrite_about(project: Path) -> None:
    (project / "docs" / "about.md").write_text("# 关于\n\n见[一篇](texts/a.md)。\n")


def lose_the_site(project: Path) -> None:
    shutil.rmtree(project / "site")


@pytest.mark.parametrize("act", [widen, rewrite_about, lose_the_site])
def test_what_an_update_cannot_do_is_built_as_a_whole(project: Path, act: Callable[[Path], None]) -> None:
    build_site(project)
    act(project)
    import_texts(project)
    assert build_site(project) == build_plainly(project)


def test_an_update_after_mkdocs_built_other_pages_is_whole(project: Path) -> None:
    build_site(project)
    before = (project / "docs" / "texts" / "a.md").read_text()
    (project / "docs" / "texts" / "a.md").write_text(before.replace("说", "讲"))
    config = load_config(str(project / "mkdocs.yml"), strict=True)
    build(config)
    (project / "docs" / "texts" / "a.md").write_text(before)
    assert build_site(project) == build_plainly(project)


def test_a_broken_link_is_said_and_is_status_1(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs" / "about.md").write_text("[无此页](nowhere.md)")
    assert build_command.main(["--config", str(project / "mkdocs.yml")]) == 1
    error = capsys.readouterr().err
    assert error.startswith("build_site.py: Doc file 'about.md' contains a link 'nowhere.md'")


def test_warns_of_limits_from_four_fifths_on(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "large").write_bytes(bytes(80))
    (tmp_path / "small").write_bytes(bytes(19))

    def warnings(site_limit: int, file_limit: int) -> list[str]:
        return list(build_command.size_warnings(tmp_path, site_limit, file_limit))

    assert [str(tmp_path / "texts" / "large") in warning for warning in warnings(125, 100)] == [True]
    assert warnings(125, 101) == []
    assert ["the site has" in warning for warning in warnings(123, 101)] == [True]


def test_links_that_another_builder_changed_are_put_back(project: Path) -> None:
    before = build_site(project)
    page = project / "site" / "collections" / "index.html"
    page.write_text(page.read_text().replace('href="../collections/', 'href="../../collections/'))
    site.finish(project / "docs", project / "site", inventory.take(project / "docs"))
    assert tree(project / "site") == before


def test_two_builds_at_once_give_the_site_of_one(project: Path) -> None:
    command = [sys.executable, ROOT / "scripts" / "build_site.py", "--config", project / "mkdocs.yml"]
    builds = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [build.wait() for build in builds] == [0, 0, 0]
    assert tree(project / "site") == build_plainly(project)
