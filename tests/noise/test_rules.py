"""Every row of every table finds its example and not its lookalike; so does the finder that reads it."""

import re

import pytest

from marks import mark, unmark
from reading_list.model import Kind
from reading_list.noise import FINDERS
from reading_list.noise.rules import Rule, load_rules, rule_of
from reading_list.noise.tables import read_table
from reading_list.noise.vocabulary import fold

RULES = [rule for kind in ("markup-remains", "masked-word", "furniture") for rule in load_rules(kind)]

rows = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@rows
def test_finds_its_example_and_not_its_lookalike(rule: Rule) -> None:
    row = f"data/noise/{rule.kind}.toml: rule {rule.id!r}"
    text, _ = unmark(rule.example)
    found = mark(text, tuple(rule.find(text)))
    assert found == rule.example, (
        f"{row} finds {found!r}; change its pattern, its keys, or ⟦…⟧ in its example"
    )
    found = mark(rule.lookalike, tuple(rule.find(rule.lookalike)))
    assert found == rule.lookalike, f"{row} finds {found!r} in its lookalike; narrow its pattern"


@rows
def test_its_finder_finds_its_example(rule: Rule) -> None:
    """It sees only what holds a key, and furniture only folded, masks only where the initials stand."""
    row = f"data/noise/{rule.kind}.toml: rule {rule.id!r}"
    if rule.kind == "furniture":
        assert fold(rule.example) == rule.example, f"{row}: write its example as {fold(rule.example)!r}"
    # What stands at the head of a text has more below it.
    example = rule.example + "\n他走了。" * rule.id.startswith("head-")
    text, _ = unmark(example)
    found = mark(text, tuple(dict(FINDERS)[rule.kind](text)))
    assert found == example, f"{row}: all rows together find {found!r}; look at its keys or initials"


@pytest.mark.parametrize(
    ("kind", "column", "complaint"),
    [
        ("furniture", {"lookalik": "他走了"}, "a row: lookalik is not understood"),
        ("furniture", {"keys": "走"}, "a row: keys is not a list; write keys = ['走']"),
        ("furniture", {"initials": "zl"}, "a row: rows of masked-word.toml have initials"),
        ("masked-word", {}, "a row: rows of masked-word.toml have initials"),
    ],
)
def test_says_what_is_wrong_with_a_row(kind: Kind, column: dict[str, str], complaint: str) -> None:
    row = {"id": "x", "pattern": "走", "example": "⟦走⟧", "lookalike": "来"}
    with pytest.raises(ValueError, match=f"^{re.escape(complaint)}"):
        rule_of(kind, row | column, "a row")
    with pytest.raises(ValueError, match=r"^a row has no id, lookalike$"):
        rule_of("furniture", {"pattern": "走", "example": "⟦走⟧"}, "a row")


def test_says_which_row_has_a_pattern_that_does_not_compile() -> None:
    rule = rule_of("furniture", {"id": "x", "pattern": "(走", "example": "⟦走⟧", "lookalike": "来"}, "a row")
    with pytest.raises(ValueError, match=r"^data/noise/furniture.toml: rule 'x': its pattern does not"):
        list(rule.find("走"))


def test_ids_are_distinct() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("group", ["certain", "strong", "likely"])
def test_words_of_planted_sentences_begin_with_a_letter(group: str) -> None:
    """A search passes over every character that is no letter of theirs."""
    begins = re.compile(r"(?:\(\?:|\(\?<!.*?\)|\\b|\[(?![\\^]))*\w")
    odd = [word for word in read_table("furniture")["plant"][group] if not begins.match(word)]
    assert not odd, f"data/noise/furniture.toml: plant.{group}: {odd} begin with no letter"
