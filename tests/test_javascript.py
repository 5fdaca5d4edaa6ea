"""What the reader's browser runs, tested in node and checked against its JSDoc types."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TSC = ROOT / "node_modules/.bin/tsc"
"""Installed by .ci/tools."""


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/javascript/*.test.mjs")), ids=lambda path: path.stem)
def test_node(path: Path) -> None:
    _run("node", "--test", path)


def test_types() -> None:
    _run(TSC, "--project", ROOT / "tsconfig.json")
