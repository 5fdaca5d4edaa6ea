import json
import shutil
import subprocess
from html import escape
from pathlib import Path
from random import Random

import pytest
from projects import tree

from reading_list.fold import fold
from reading_list.search_index import KEPT, index_site, main

ASK = Path(__file__).parent / "javascript" / "ask.mjs"


def write_page(
    site: Path, slug: str, title: str, *lines: str, type: str = "unclassified", date: str = "", of: str = ""
) -> None:
    folder = site / "texts" / slug
    folder.mkdir(parents=True)
    text = "".join(f"<p>{escape(line)}</p>" for line in lines)
    folder.joinpath("index.html").write_text(
        f'<article><div class="text-page" data-type="{type}" data-date="{date}" data-collection="{of}">'
        f'<h1>{escape(title)}</h1><div class="source-text">{text}</div></div></article>',
        encoding="utf-8",
    )


def ask(site: Path, *queries: str) -> list[list[str]]:
    """The slugs found for each query, best first."""
    asked = json.dumps(queries).encode()
    answer = subprocess.run(["node", ASK, site / "search"], input=asked, capture_output=True, check=True)
    return [[place.split("/")[1] for place in places] for places in json.loads(answer.stdout)]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_is_what_a_scan_finds(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    alphabet = "青禾区區委书書记記的𠮷a5G-,，。"
    pages = {}
    for number in range(40):
        lines = [
            "".join(random.choices(alphabet, k=random.randint(1, 60))) for _ in range(random.randint(1, 5))
        ]
        write_page(tmp_path, f"p{number}", lines[0][:8], *lines)
        pages[f"p{number}"] = fold("\n".join([lines[0][:8], *lines]))
    index_site(tmp_path)
    queries = list(alphabet.replace("-", ""))
    for _ in range(300):
        line = random.choice(random.choice(list(pages.values())).split("\n"))
        start = random.randrange(len(line))
        queries.append(line[start : start + random.randint(1, 12)].lstrip("-") or "的")
        queries.append("".join(random.choices(alphabet[:-4], k=random.randint(2, 4))))
    for query, found in zip(queries, ask(tmp_path, *queries), strict=True):
        assert set(found) == {slug for slug, text in pages.items() if fold(query) in text}, query
        assert len(found) == len(set(found))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_page(folder, "title", "青禾渡口", "天没亮。", type="novel-chapter", of="长 河")
    write_page(folder, "often", "第二章", "渡口的人说，渡口要拆。", type="novel-chapter", of="长 河")
    write_page(folder, "early", "新闻", "渡口今日开工。", type="district-news", date="2021-03-04")
    write_page(folder, "late", "新闻", "市里来人，看了渡口。", type="district-news", date="2021-03-05")
    write_page(folder, "newer", "新闻", "市里来人，看了渡口。", type="district-news", date="2022-01-01")
    write_page(folder, "other", "徐州來信", "一片UTG玻璃，厚 0.03 mm。第一行", "第二行 -5 度")
    index_site(folder)
    return folder


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("渡口", "title often early newer late"),
        ("渡口 市里", "newer late"),
        ("渡口 -市里", "title often early"),
        ("-渡口", "other"),
        ("类型:区县新闻 渡口", "early newer late"),
        ('合集:"长 河"', "often title"),
        ("类型:小说章节 合集:无此集", ""),
        ("utg", "other"),
        ("TG玻", "other"),
        ('"0.03 MM"', "other"),
        ("0.03 mm", "other"),
        ('"0.03  mm"', ""),
        ("一行第", ""),
        ("人说，渡口", "often"),
        ("人说渡口", ""),
        ("人說,渡口", "often"),
        ("xuzhou", "other"),
        ("xz", "other"),
        ("拼音:dk", "title"),
        ("tg", "other"),
        ("qq", ""),
        ("渡口，", ""),
    ],
)
def test_queries(site: Path, query: str, found: str) -> None:
    assert ask(site, query) == [found.split()]


def test_an_index_is_the_same_each_time(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.joinpath("search").rglob("*") if path.is_file()}
    index_site(site)
    assert {p: p.read_bytes() for p in site.joinpath("search").rglob("*") if p.is_file()} == before


def test_a_changed_page_gives_the_index_another_name_and_leaves_nothing_of_the_old(tmp_path: Path) -> None:
    write_page(tmp_path, "a", "题", "甲")
    index_site(tmp_path)
    before = json.loads(tmp_path.joinpath("search/index.json").read_text())["version"]
    write_page(tmp_path, "b", "题", "乙")
    index_site(tmp_path)
    after = json.loads(tmp_path.joinpath("search/index.json").read_text())["version"]
    assert before != after
    assert [path.name for path in tmp_path.joinpath("search").iterdir() if path.is_dir()] == [after]


def test_an_index_that_is_renewed_is_the_one_that_would_be_made_anew(tmp_path: Path) -> None:
    random = Random(0)
    site, alphabet = tmp_path / "site", [chr(code) for code in range(0x4E00, 0x5200)]
    for number in range(30):
        write_page(site, f"p{number}", f"第{number}篇", "".join(random.choices(alphabet, k=5000)))
    index_site(site, tmp_path)
    page = site / "texts" / "p7" / "index.html"
    html = page.read_text()
    # Bytes of the postings come and go, so chunks split, join, and get other numbers; then pages come and go.
    for text in ("甲" * 4000, "".join(random.choices(alphabet, k=4000)), ""):
        page.write_text(html.replace("<p>", f"<p>{text}"))
        assert_renewed(site, tmp_path)
    write_page(site, "p31", "又一篇", "乙")
    assert_renewed(site, tmp_path)
    shutil.rmtree(page.parent)
    assert_renewed(site, tmp_path)
    (tmp_path / "search.jsonl").unlink()
    assert_renewed(site, tmp_path)


def assert_renewed(site: Path, cache: Path) -> None:
    index_site(site, cache, ["texts/p7/", "texts/p31/"])
    renewed = tree(site / "search")
    shutil.rmtree(site / "search")
    index_site(site)
    assert tree(site / "search") == renewed


@pytest.mark.parametrize("damage", [b"", b"PK", b"\x93NUMPY"])
def test_what_is_kept_of_an_index_may_be_damaged(tmp_path: Path, damage: bytes) -> None:
    write_page(tmp_path / "site", "a", "题", "甲")
    write_page(tmp_path / "site", "b", "题", "乙")
    index_site(tmp_path / "site", tmp_path)
    (tmp_path / KEPT).write_bytes(damage)
    write_page(tmp_path / "site", "c", "题", "丙")
    index_site(tmp_path / "site", tmp_path)
    assert ask(tmp_path / "site", "甲", "乙", "丙") == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 0.99])
def test_a_byte_of_what_is_kept_may_be_another(tmp_path: Path, share: float) -> None:
    site, prose = tmp_path / "site", "".join(map(chr, range(0x4E00, 0x4F80)))
    for slug in "abcdefghijkl":
        write_page(site, slug, "题", f"{slug}{prose}")
    index_site(site, tmp_path)
    kept = bytearray((tmp_path / KEPT).read_bytes())
    kept[int(share * len(kept))] ^= 1
    (tmp_path / KEPT).write_bytes(kept)
    page = site / "texts" / "a" / "index.html"
    page.write_text(page.read_text().replace("<p>", "<p>甲"))
    index_site(site, tmp_path, ["texts/a/"])
    renewed = tree(site / "search")
    shutil.rmtree(site / "search")
    index_site(site)
    assert tree(site / "search") == renewed


def test_the_themes_own_index_is_left_empty(site: Path) -> None:
    assert json.loads(site.joinpath("search/search_index.json").read_text())["docs"] == []


def test_a_site_without_texts_finds_nothing(tmp_path: Path) -> None:
    index_site(tmp_path)
    assert ask(tmp_path, "甲", "甲乙") == [[], []]


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "no such folder" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "0 pages indexed\n"
