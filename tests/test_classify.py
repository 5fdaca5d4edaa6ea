"""Types are told by weighted evidence, and only where there is enough of it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_list.classify import UNCLASSIFIED, _read, classify, load_terms, load_types

DISTRICT = (
    "云陵区召开全区教育大会。昨日,区委书记马思远出席会议,区长宋岩主持会议,区委、区政府要求各街道抓好落实。"
)
CITY = "昨日,市委书记方远主持召开市委常委会会议,研究我市贯彻落实意见。全市各级各部门要抓好落实。"
CHAPTER = "“你怎么来了?”她愣了一下,轻轻问道。他没有说话,只是笑了笑,转身望着窗外的雨。" * 3


@given(st.text())
@settings(deadline=None)  # the first call reads the table
def test_any_text_has_a_known_type_and_its_evidence_heaviest_first(text: str) -> None:
    judged = classify(text)
    assert judged.type in {text_type.id for text_type in load_types()} | {UNCLASSIFIED}
    weights = [abs(evidence.weight) for evidence in judged.evidence]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("text", [DISTRICT, CITY, CHAPTER])
def test_a_type_does_not_hang_on_length(text: str) -> None:
    assert classify(text).type == classify("\n".join([text] * 50)).type != UNCLASSIFIED


@pytest.mark.parametrize(
    "text", ["", "。", "区委书记", "市长热线:12345", "第三章", "“好。”他说。", "县委、县政府"]
)
def test_thin_evidence_is_none(text: str) -> None:
    assert classify(text).type == UNCLASSIFIED


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("区委书记调研全区开发区项目建设,区长陪同。", "區委書記調研全區開發區項目建設,區長陪同。"),
        ("市长主持召开市政府常务会议,全市各县区参加。", "市長主持召開市政府常務會議,全市各縣區參加。"),
        ("“谁?”他问道,声音发颤。", "「誰?」他問道,聲音發顫。"),
    ],
)
def test_both_scripts_weigh_the_same(simplified: str, traditional: str) -> None:
    weights = [[(e.type, e.weight) for e in classify(text).evidence] for text in (simplified, traditional)]
    assert sorted(weights[0]) == sorted(weights[1]) != []


def test_a_longer_word_that_only_looks_like_a_term_does_not_count() -> None:
    assert not any("区县领导" in evidence.term for evidence in classify("社区委员在小区长廊下棋。").evidence)


def test_no_word_is_taken_back_by_its_own_exceptions() -> None:
    for term in load_terms():
        assert term.pattern or term.words
        words, exceptions = (sum(openings.values(), ()) for openings in (term.words, term.but))
        assert not [word for word in words if any(but in word for but in exceptions)], term.name


ROW: dict[str, Any] = {"name": "某词", "words": ["某"], "most": 1, "weights": {"novel-chapter": 1.0}}


@pytest.mark.parametrize(
    "fault",
    [{"weights": {"essay": 1.0}}, {"most": "many"}, {"pattern": "("}, {"weights": {"novel-chapter": "a"}}],
)
def test_a_wrong_row_is_named(fault: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="某词"):
        _read(ROW | fault, {"novel-chapter"})
