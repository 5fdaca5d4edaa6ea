"""A built site is finished the same way, however often and by whomever it was built."""

import re
from pathlib import Path

import pytest

from reading_list import import_command, inventory, list_pages, site

BUILT = (
    '<a class="type" href="../../types/x/">x</a><div class="source-text"></div>'
    '<nav class="neighbours" aria-label="前后篇"></nav>'
)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    chapters = tmp_path / "sources" / "灯"
    chapters.mkdir(parents=True)
    for name, title in [("2", "第二章 <甲>"), ("9", "第九章"), ("10", "第十章")]:
        (chapters / f"{name}.txt").write_text(f"{title}\n\n他走了。")
        (tmp_path / "site" / "texts" / f"灯--{name}").mkdir(parents=True)
        (tmp_path / "site" / "texts" / f"灯--{name}" / "index.html").write_text(BUILT)
    import_command.main([str(tmp_path / "sources"), "--docs", str(tmp_path / "docs")])
    return tmp_path / "docs"


def built(tmp_path: Path, slug: str) -> str:
    return (tmp_path / "site" / "texts" / slug / "index.html").read_text()


def test_neighbours_follow_the_natural_order(docs: Path, tmp_path: Path) -> None:
    site.finish(docs, tmp_path / "site", inventory.take(docs))
    html = built(tmp_path, "灯--9")
    assert 'rel="prev" href="../灯--2/"' in html
    assert 'rel="next" href="../灯--10/"' in html
    assert 'href="../../collections/灯/"' in html
    assert "第二章 &lt;甲&gt;" in html or "第二章 ＜甲＞" in html
    assert 'rel="prev"' not in built(tmp_path, "灯--2")
    assert 'rel="next"' not in built(tmp_path, "灯--10")


def test_finishing_twice_is_finishing_once(docs: Path, tmp_path: Path) -> None:
    site.finish(docs, tmp_path / "site", inventory.take(docs))
    once = built(tmp_path, "灯--9")
    site.finish(docs, tmp_path / "site", inventory.take(docs))
    assert built(tmp_path, "灯--9") == once


def test_each_original_can_be_downloaded(docs: Path, tmp_path: Path) -> None:
    site.finish(docs, tmp_path / "site", inventory.take(docs))
    original = tmp_path / "site" / "originals" / "灯--10.txt"
    assert original.read_bytes() == (tmp_path / "sources" / "灯" / "10.txt").read_bytes()


def test_a_page_that_was_not_built_is_passed_over(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "site" / "texts" / "灯--9" / "index.html").unlink()
    site.finish(docs, tmp_path / "site", inventory.take(docs))
    assert 'rel="next" href="../灯--9/"' in built(tmp_path, "灯--2")


def test_links_of_a_list_that_a_builder_changed_are_put_back(docs: Path, tmp_path: Path) -> None:
    page = tmp_path / "site" / "collections" / "index.html"
    page.parent.mkdir()
    listed = (docs / "collections.md").read_text()
    built = f"<body>{listed[listed.index(list_pages.GENERATED) :].rstrip()}</body>"
    changed = built.replace('href="../', 'href="../../')
    assert changed != built
    page.write_text(changed)
    site.finish(docs, tmp_path / "site", inventory.take(docs))
    assert page.read_text() == built


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (["第九章", "他走了。"], "p1"),
        (["灯", "<del>🈣</del>第 九章", "他走了。"], "p2"),
        (["他走了。", "灯灭了。", "天亮了。", "第九章"], None),
    ],
)
def test_a_title_among_the_first_lines_is_marked(
    docs: Path, tmp_path: Path, lines: list[str], headline: str | None
) -> None:
    page = tmp_path / "site" / "texts" / "灯--9" / "index.html"
    text = "".join(f'<p id="p{number}" class="heading">{line}</p>' for number, line in enumerate(lines, 1))
    page.write_text(BUILT.replace("</div>", f"{text}</div>"))
    site.finish(docs, tmp_path / "site", inventory.take(docs))
    assert re.findall(r'<p id="(\w+)" class="headline">', page.read_text()) == (
        [headline] if headline else []
    )
