from pathlib import Path

import pytest
from projects import make_project, put

from reading_list import site_command


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.chdir(make_project(tmp_path))
    return tmp_path


def test_a_text_that_fails_keeps_no_other_from_being_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project, "new.txt", "渡口的一封信\n\n今天没有船。\n")
    (project / "sources" / "empty.txt").touch()
    assert site_command.main(["sources"]) == 1
    assert "empty.txt: " in capsys.readouterr().err
    assert "今天没有船" in (project / "site/texts/new/index.html").read_text(encoding="utf-8")
    (project / "sources" / "empty.txt").unlink()
    assert site_command.main(["sources"]) == 0


def test_nothing_is_built_of_sources_that_are_not_there(project: Path) -> None:
    assert site_command.main(["nowhere"]) == 2
    assert not (project / "site").exists()
