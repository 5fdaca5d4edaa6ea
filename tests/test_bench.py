"""A small `make bench`: this project beside stock Material. Ratios only, with room for a slow machine."""

import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from bench import boxes, chart, figures
from bench.builders import PEERS
from bench.process import Overtime, Usage, run
from bench.queries import sample
from bench.sites import LIMIT, Row, add_project, measure_files, measure_ours

FEW, MANY = 20, 120
MATERIAL = next(peer for peer in PEERS if peer.name == "material")
MKDOCS = Path(sys.executable).parent / "mkdocs"


@dataclass(frozen=True)
class Measured:
    """Our steps by name, and the stock build of the same pages."""

    ours: dict[str, Row]
    stock: Usage
    stock_page_bytes: int


def measure(folder: Path, pages: int) -> Measured:
    lot = Random(pages)
    (folder / "sources").mkdir(parents=True)
    for number in range(pages):
        lines = ("".join(chr(lot.randrange(0x4E00, 0x5E00)) for _ in range(80)) for _ in range(25))
        source = folder / "sources" / f"{number:05}.txt"
        source.write_text(f"第{number}篇\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    MATERIAL.lay_out(folder / "sources", folder / "material")
    stock = run((MKDOCS, "build", "--quiet"), folder / "material", LIMIT)
    _, page_bytes, *_ = measure_files(folder / "material", "{}/index.html", folder / "sources")
    add_project(folder)
    return Measured({row.step: row for row in measure_ours(pages, folder)}, stock, page_bytes)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measure(tmp_path_factory.mktemp("few"), FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measure(tmp_path_factory.mktemp("many"), MANY)


def test_a_page_more_costs_no_more_than_twice_what_it_costs_stock_material(
    few: Measured, many: Measured
) -> None:
    ours = many.ours["build"].processor_seconds - few.ours["build"].processor_seconds
    stock = many.stock.processor_seconds - few.stock.processor_seconds
    assert ours < 2 * stock


def test_a_page_is_as_large_in_a_large_collection_and_smaller_than_stock_materials(
    few: Measured, many: Measured
) -> None:
    assert many.ours["build"].page_bytes < 1.02 * few.ours["build"].page_bytes
    assert many.ours["build"].page_bytes < 0.6 * many.stock_page_bytes
    assert many.ours["build"].page_excess < 16_000


def test_one_text_changed_costs_less_than_all(many: Measured) -> None:
    whole = many.ours["import"].processor_seconds + many.ours["build"].processor_seconds
    assert many.ours["one text changed"].processor_seconds < 0.7 * whole


def test_nothing_new_costs_less_than_an_import(many: Measured) -> None:
    unchanged, new = (many.ours[step].processor_seconds for step in ("import, nothing new", "import"))
    assert unchanged < 0.8 * new


def test_a_build_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    program = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'while True: pass'])"
    with pytest.raises(Overtime) as stopped:
        run((sys.executable, "-c", program), tmp_path, 1)
    assert stopped.value.usage.seconds >= 1


def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    held = "import time; b = b'x' * 50_000_000; time.sleep(2)"
    program = (
        f"import subprocess, sys; b = b'x' * 50_000_000; subprocess.run([sys.executable, '-c', {held!r}])"
    )
    assert run((sys.executable, "-c", program), tmp_path, 60).megabytes > 100


def test_a_failure_is_told_with_its_output(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        run((sys.executable, "-c", "raise SystemExit('no such thing')"), tmp_path, 60)


def test_figures_are_kept_with_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "CACHE", tmp_path)
    figures.keep("x", [Usage(1.5, 1.0, 20.0)], {"mkdocs": "1"})
    told = figures.kept("x")
    assert told["rows"] == [{"seconds": 1.5, "processor_seconds": 1.0, "megabytes": 20.0}]
    assert {"processor", "memory", "system", "Python", "date"} <= told["machine"].keys()


def test_queries_are_many_are_the_same_each_time_and_stand_in_the_texts() -> None:
    lot = Random(1)
    texts = [
        f"第{number}篇\n"
        + "\n".join("".join(lot.choices("青禾区委书记门車東風AI5,。", k=60)) for _ in range(9))
        for number in range(40)
    ]
    queries = sample(texts)
    assert queries == sample(texts)
    assert len(set(queries)) == len(queries) >= 40
    assert {len(query) for query in queries} >= set(range(1, 13))
    found = [any(all(word in text for word in query.split()) for text in texts) for query in queries]
    assert 0.8 < sum(found) / len(found) < 1  # all but those in the other script


def test_what_is_promised_of_the_box_is_held_against_what_was_measured() -> None:
    few = boxes.Row(boxes.OURS, 10, 50, 50, 50, 50, 1, 1, 0, 900, 150_000, 20, 90, 0)
    many = boxes.Row(boxes.OURS, 10_000, 50, 50, 49, 50, 1, 1, 0, 1200, 300_000, 20, 110, 0)
    peer = boxes.Row("material", 10, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    broken = [name for name, value, most in boxes.targets([many, peer, few]) if value > most]
    assert broken == [
        "queries not right, 10,000 pages",
        "first query, 10,000 pages, ms",
        "slowest later query, 10,000 pages, ms",
    ]


def test_the_chart_names_what_was_measured() -> None:
    build = {"builder": "a & b", "step": "build", "pages": 100, "processor_seconds": 12.0, "site_bytes": 5e6}
    sites = {"machine": figures.MACHINE, "rows": [build | {"finished": True}, build | {"finished": False}]}
    found = {"builder": "ours", "pages": 100, "asked": 47, "answered": 47, "right": 46, "first_bytes": 9e4}
    drawing = ElementTree.fromstring(chart.svg(sites, {"rows": [found]}))
    texts = [element.text for element in drawing.iter() if element.text]
    assert {"a & b", "12", "> 12", "5", "46", "90", "Search: queries exactly right, of 47"} <= set(texts)
