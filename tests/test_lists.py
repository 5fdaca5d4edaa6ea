"""List pages: bounded, complete, and safe whatever a text is called."""

import re
from pathlib import Path

import pytest
from markdown import Markdown
from reading import Shown

from reading_list import list_pages, lists, page
from reading_list.model import Page

HOSTILE = '<script>a</script> {++b++} {{ c }} *d* `e` [f](g) &lt; "h" <!-- i --> 甲: 乙'


def put(docs: Path, slug: str, **front_matter: str) -> None:
    (docs / "texts").mkdir(parents=True, exist_ok=True)
    told = {"title": slug, "type": "unclassified", "source": f"{slug}.txt"} | front_matter
    (docs / "texts" / f"{slug}.md").write_text(page.write(Page("", told, "一二三")))


def tree(docs: Path) -> dict[str, str]:
    return {str(file.relative_to(docs)): file.read_text() for file in docs.rglob("*.md")}


def test_a_list_is_split_and_holds_each_text_once(tmp_path: Path) -> None:
    count = list_pages.LENGTH * 2 + 1
    for number in range(count):
        put(tmp_path, f"a{number}")
    lists.write(tmp_path)
    pages = tree(tmp_path / "types")
    assert {"unclassified.md", "unclassified.2.md", "unclassified.3.md"} <= set(pages)
    slugs = [slug for name in sorted(pages) for slug in re.findall('data-slug="([^"]*)"', pages[name])]
    assert sorted(slugs) == sorted(f"a{number}" for number in range(count))
    assert max(len(re.findall("<li", text)) for text in pages.values()) == list_pages.LENGTH
    assert len(re.findall("<li data-slug", tree(tmp_path)["index.md"])) == list_pages.NEWEST


def test_a_second_writing_changes_nothing_and_a_smaller_list_leaves_no_page(tmp_path: Path) -> None:
    for number in range(list_pages.LENGTH + 1):
        put(tmp_path, f"a{number}")
    lists.write(tmp_path)
    before = tree(tmp_path)
    lists.write(tmp_path)
    assert tree(tmp_path) == before
    (tmp_path / "texts" / "a0.md").unlink()
    lists.write(tmp_path)
    assert "types/unclassified.2.md" not in tree(tmp_path)


def test_chapters_stand_in_natural_order(tmp_path: Path) -> None:
    for name, title in [("10", "第十章"), ("9", "第九章"), ("2", "第二章")]:
        put(tmp_path, f"灯--{name}", title=title, collection="灯", source=f"灯/{name}.txt")
    lists.write(tmp_path)
    assert re.findall("第.章", tree(tmp_path)["collections/灯.md"]) == ["第二章", "第九章", "第十章"]


def test_what_a_person_writes_in_the_index_stays(tmp_path: Path) -> None:
    put(tmp_path, "a")
    (tmp_path / "index.md").write_text(f"# 我的书房\n\n{list_pages.BEGIN}\n旧\n{list_pages.END}\n\n联系我\n")
    lists.write(tmp_path)
    index = (tmp_path / "index.md").read_text()
    assert index.startswith("# 我的书房\n")
    assert index.endswith("\n联系我\n")
    assert "旧" not in index
    assert 'data-slug="a"' in index


def test_an_index_without_the_comments_is_a_persons(tmp_path: Path) -> None:
    put(tmp_path, "a")
    (tmp_path / "index.md").write_text("# 我的书房\n")
    lists.write(tmp_path)
    assert (tmp_path / "index.md").read_text() == "# 我的书房\n"


@pytest.mark.parametrize("name", [HOSTILE, "甲: 乙", "# 甲", "- 甲", "'", "null", "{++甲++}", "{~~甲~>乙~~}"])
def test_a_list_page_shows_a_name_as_it_is(tmp_path: Path, name: str) -> None:
    put(tmp_path, "a", title=name, publisher=name, author=name, collection=name)
    lists.write(tmp_path)
    for file, text in tree(tmp_path).items():
        if file.startswith("texts/"):
            continue
        told = page.read(file, text)
        if re.fullmatch("collections/(?!index).*", file):
            assert told.front_matter["title"] == name
        _, _, markdown = text.rpartition("\n---\n")
        html = Markdown(extensions=["toc", "tables", "fenced_code", "pymdownx.critic"]).convert(markdown)
        assert not Shown(html).tags & {"script", "ins", "em", "code"}, file
        if 'data-slug="a"' in text or 'href="../collections/' in text:
            assert name in Shown(html).source, file


def test_what_a_person_should_know_is_returned(tmp_path: Path) -> None:
    put(tmp_path, "a", type="poem")
    assert [complaint.split(": ")[0] for complaint in lists.write(tmp_path)] == ["texts/a.md"]
    put(tmp_path, "a", type="novel-chapter")
    assert lists.write(tmp_path) == ()
    (tmp_path / "index.md").write_text("# 我的书目\n")
    (complaint,) = lists.write(tmp_path)
    assert list_pages.BEGIN in complaint
    assert (tmp_path / "index.md").read_text() == "# 我的书目\n"


@pytest.mark.parametrize("raw", [b"\xff\xfe", b'---\ntitle: "a\n---\n\n<!-- source text -->\n\n'])
def test_a_page_that_cannot_be_read_is_named_in_one_line(tmp_path: Path, raw: bytes) -> None:
    put(tmp_path, "a")
    (tmp_path / "texts" / "a.md").write_bytes(raw)
    with pytest.raises(ValueError, match=r"a\.md: [^\n]+\Z"):
        lists.write(tmp_path)


@pytest.mark.parametrize("name", ["index.md", "mine.md", "types/mine.md"])
def test_a_page_of_a_persons_own_that_is_not_in_utf_8_is_named(tmp_path: Path, name: str) -> None:
    put(tmp_path, "a")
    lists.write(tmp_path)
    (tmp_path / name).write_bytes("我的书目\n".encode("gb18030"))
    with pytest.raises(ValueError, match=rf"{name}: is not in UTF-8"):
        lists.write(tmp_path)


def test_index_is_never_there_by_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a")
    mine = f"# 我的书目\n\n{list_pages.BEGIN}\n{list_pages.END}\n"
    (tmp_path / "index.md").write_text(mine)
    write_text = Path.write_text

    def stop_half_way(path: Path, text: str, **how: str) -> int:
        if "我的书目" not in text:
            return write_text(path, text, **how)
        write_text(path, text[:3], **how)
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(Path, "write_text", stop_half_way)
        with pytest.raises(KeyboardInterrupt):
            lists.write(tmp_path)
    assert (tmp_path / "index.md").read_text() == mine
    lists.write(tmp_path)
    assert not list(tmp_path.rglob(".*.tmp"))
