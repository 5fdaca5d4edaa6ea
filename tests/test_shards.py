"""Shards of the samples, each built by itself and joined, are the site that one machine builds."""

import shutil
from pathlib import Path

import pytest
from projects import build_site, copy_parts, tree

from reading_list import build_command


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_parts(tmp_path / "project", "docs")


def run(project: Path, *arguments: str) -> int:
    return build_command.main(["--config", str(project / "mkdocs.yml"), *arguments])


def build_shards(project: Path, count: int) -> list[Path]:
    copies = [project.with_name(f"shard-{number}") for number in range(1, count + 1)]
    for number, copy in enumerate(copies, 1):
        shutil.copytree(project, copy)
        assert run(copy, "--shard", f"{number}/{count}") == 0
    return copies


def test_joined_shards_are_the_site(project: Path) -> None:
    copies = build_shards(project, 3)
    texts = [{page.parent.name for page in copy.glob("site/texts/*/index.html")} for copy in copies]
    assert all(texts) and sum(map(len, texts)) == len(set().union(*texts))
    assert run(project, "--join", *map(str, copies)) == 0
    joined = tree(project / "site")
    shutil.rmtree(project / "site")
    assert joined == build_site(project)


def test_what_a_shard_lacks_is_built_by_the_join(project: Path) -> None:
    copies = build_shards(project, 3)
    assert run(project, "--join", *map(str, copies[1:])) == 0
    joined = tree(project / "site")
    shutil.rmtree(project / "site")
    assert joined == build_site(project)


def test_shards_of_different_files_are_not_joined(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = build_shards(project, 2)
    (other / "docs" / "about.md").write_text("# 关于\n")
    assert run(other, "--shard", "2/2") == 0
    assert run(project, "--join", str(one), str(other)) == 1
    assert f"{other}: was built otherwise than the first" in capsys.readouterr().err
    assert run(project, "--join", str(one), str(project)) == 1
    assert f"{project}: holds no shard" in capsys.readouterr().err


def test_lists_the_shards_of_the_configuration(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "--list-shards") == 0
    assert capsys.readouterr().out == '["1/1"]\n'
    config = (project / "mkdocs.yml").read_text()
    (project / "mkdocs.yml").write_text(config.replace("shards: 1", "shards: 3"))
    assert run(project, "--list-shards") == 0
    assert capsys.readouterr().out == '["1/3", "2/3", "3/3"]\n'
    (project / "mkdocs.yml").write_text(config.replace("shards: 1", "shards: none"))
    assert run(project, "--list-shards") == 1
    assert "extra.shards is 'none'" in capsys.readouterr().err


@pytest.mark.parametrize("shard", ["0/3", "4/3", "1", "a/b"])
def test_a_shard_that_is_none_is_a_usage_error(project: Path, shard: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(project, "--shard", shard)
