"""The README says of each command what the command says of itself."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.gallery import FOLDER, LIMIT, SHOTS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```console\n\$ python (scripts/\w+\.py) --help\n(.*?)```", README, re.DOTALL))


def test_tells_of_import_and_restore() -> None:
    assert {"scripts/import_texts.py", "scripts/restore_texts.py"} <= set(BLOCKS)


@pytest.mark.parametrize("script", BLOCKS)
def test_a_help_block_is_the_help(script: str) -> None:
    run = subprocess.run(
        [sys.executable, ROOT / script, "--help"],
        env=os.environ | {"COLUMNS": "80", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert BLOCKS[script] == run.stdout


def test_shows_each_picture_of_the_gallery() -> None:
    shown = re.findall(r"\(gallery/([\w-]+)\.jpg\)", README)
    assert sorted(shown) == sorted(shot.name for shot in SHOTS)
    assert sorted(shown) == sorted(file.stem for file in FOLDER.iterdir())
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= LIMIT
