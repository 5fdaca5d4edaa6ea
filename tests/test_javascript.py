"""What the reader's browser runs, tested in node and checked against its JSDoc types."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TSC = shutil.which("tsc") or shutil.which("tsc", path=ROOT / "node_modules/.bin")


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/javascript/*.test.mjs")), ids=lambda path: path.stem)
def test_node(path: Path) -> None:
    _run("node", "--test", path)


@pytest.mark.skipif(TSC is None, reason="tsc is not installed (npm install typescript)")
def test_types() -> None:
    assert TSC
    _run(TSC, "--project", ROOT / "tsconfig.json")
