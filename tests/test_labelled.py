"""The labelled set of cases/types: what type, title, and date texts come out with, and how often rightly."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from reading_list.classify import UNCLASSIFIED, classify, load_types
from reading_list.model import Document, Source
from reading_list.overrides import Override
from reading_list.pipeline import understand

FOLDER = Path(__file__).parent / "cases" / "types"
CASES: list[dict[str, Any]] = [
    case
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
JUDGED: list[tuple[dict[str, Any], Document]] = [
    (case, understand(Source("a.txt", case["text"].encode()), Override())) for case in CASES
]
TYPES = [text_type.id for text_type in load_types()] + [UNCLASSIFIED]


def test_the_set_is_wide_enough_to_know() -> None:
    count = Counter(case["type"] for case in CASES)
    assert count[UNCLASSIFIED] >= 60
    assert all(count[text_type] >= 25 for text_type in TYPES)


def test_types_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    matrix = Counter((case["type"], document.classification.type) for case, document in JUDGED)
    with capsys.disabled():
        print(f"\n{'labelled as':20}{''.join(f'{name:>18}' for name in TYPES)}  (judged as)")
        for label in TYPES:
            print(f"{label:20}{''.join(f'{matrix[label, judged]:18}' for judged in TYPES)}")
    right = sum(matrix[name, name] for name in TYPES)
    assert right >= 0.95 * len(CASES)
    none = [case for case in CASES if case["type"] == UNCLASSIFIED]
    assert matrix[UNCLASSIFIED, UNCLASSIFIED] >= 0.95 * len(none)


def test_a_text_in_the_other_script_has_the_same_type() -> None:
    to_traditional = OpenCC("s2tw").convert
    others = [
        case["text"]
        for case in CASES
        if classify(to_traditional(case["text"])).type != classify(case["text"]).type
    ]
    assert len(others) <= 0.01 * len(CASES), others


@pytest.mark.parametrize("field", ["title", "date", "publisher", "author"])
def test_what_is_evident_is_found(field: str, capsys: pytest.CaptureFixture[str]) -> None:
    evident = [(case, getattr(document.metadata, field)) for case, document in JUDGED if field in case]
    missed = [(case, found) for case, found in evident if found != case[field]]
    with capsys.disabled():
        print(f"\n{field}: {len(evident) - len(missed)} of {len(evident)} right")
    assert len(missed) <= 0.05 * len(evident), missed


def test_what_is_not_evident_is_absent() -> None:
    told = [case["text"] for case, document in JUDGED if "date" not in case and document.metadata.date]
    assert len(told) <= 0.02 * len(CASES), told
