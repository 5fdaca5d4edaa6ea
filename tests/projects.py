"""A small project like this one, to build sites of."""

import shutil
from pathlib import Path

from reading_list import build_command, import_command

ROOT = Path(__file__).parents[1]
REPORT = "{}\n\n发布日期:2021-03-0{} 来源:青浦晚报\n\n区委召开会议,研究部署重点工作。\n"


def copy_parts(folder: Path, *names: str) -> Path:
    """A copy of this project's configuration, and of the files and folders named; returns `folder`."""
    for name in ("mkdocs.yml", "overrides", "scripts/hooks.py", *names):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, folder / name)
    return folder


def make_project(folder: Path) -> Path:
    """A copy of this project, with ten texts, one of which a person edited."""
    copy_parts(folder, "docs/index.md", "docs/about.md", "docs/assets")
    for number in (1, 2, 3):
        put(folder, f"长河/{number}.txt", f"第{number}章 渡口\n\n　　他沿着河走了很久。\n")
        put(folder, f"{number}.txt", REPORT.format(f"全区重点项目集中开工{number}", number))
    put(folder, 'A&B "引号".txt', "甲 & 乙 <丙>\n\n\"引号\"里的'话'。\n")
    put(folder, "a-1.txt", "只有一行🈣的字")
    put(folder, "my-texts.txt", "他又想起那条河。")
    put(folder, "a.txt", "第9章\n\n" + "区委sj说,徐州網(wǎng)。\n" * 3)
    import_texts(folder)
    page = folder / "docs" / "texts" / "a-1.md"
    page.write_text(page.read_text().replace("<!-- source", "**编者按**：存疑。\n\n<!-- source"))
    return folder


def put(project: Path, name: str, text: str) -> None:
    file = project / "sources" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def import_texts(project: Path) -> None:
    assert import_command.main(["--prune", str(project / "sources"), "--docs", str(project / "docs")]) == 0


def build_site(project: Path) -> dict[str, bytes]:
    assert build_command.main(["--config", str(project / "mkdocs.yml")]) == 0
    return tree(project / "site")


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
