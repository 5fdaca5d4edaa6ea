from pathlib import Path

import pytest

from reading_list import build_command


def test_warns_of_limits_from_four_fifths_on(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "large").write_bytes(bytes(80))
    (tmp_path / "small").write_bytes(bytes(19))

    def warnings(site_limit: int, file_limit: int) -> list[str]:
        return list(build_command.size_warnings(tmp_path, site_limit, file_limit))

    assert [str(tmp_path / "texts" / "large") in warning for warning in warnings(125, 100)] == [True]
    assert warnings(125, 101) == []
    assert ["the site has" in warning for warning in warnings(123, 101)] == [True]


def test_a_build_says_so_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# 书目\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: 书目\n")
    monkeypatch.setattr(build_command, "size_warnings", lambda folder: [f"{folder.name} is large"])
    assert build_command.main(["--config", str(tmp_path / "mkdocs.yml")]) == 0
    assert capsys.readouterr().err.endswith("build_site.py: site is large\n")
