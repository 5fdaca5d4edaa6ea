"""The tables of the other script, as a browser reads them: what OpenCC makes of a text, in its places."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_list import script_tables

READER = Path(__file__).parents[1] / "docs/assets/reader/script.mjs"
CONVERT = """
import { readFileSync } from "node:fs";
const { converter } = await import(process.argv[1]);
const [table, texts] = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(texts.map(converter(table))));
"""
Convert = Callable[[str, list[str]], list[str]]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """What the reader's browser makes of texts, for the script that is asked for."""
    root = tmp_path_factory.mktemp("tables")
    script_tables.write(root / "site", root / "cache")
    node = shutil.which("node")
    assert node, "these tests need Node.js: apt-get install nodejs"

    def convert(script: str, texts: list[str]) -> list[str]:
        table = (root / f"site/assets/script/{script}.txt").read_text(encoding="utf-8")
        command = [node, "--input-type=module", "--eval", CONVERT, str(READER)]
        told = subprocess.run(
            command, input=json.dumps([table, texts]).encode(), capture_output=True, check=True
        )
        converted: list[str] = json.loads(told.stdout)
        return converted

    return convert


@pytest.mark.parametrize(
    ("script", "text", "other"),
    [
        ("hant", "理了头发，才谈发展。", "理了頭髮，才談發展。"),
        ("hant", "皇后说以后再来，后来就走了。", "皇后說以後再來，後來就走了。"),
        ("hant", "干净的干部靠着树干吃饼干，若干人在干活。", "乾淨的幹部靠著樹幹吃餅乾，若干人在幹活。"),
        ("hant", "这里面有三公里，心里有数。", "這裡面有三公里，心裡有數。"),
        ("hant", "各方面包括面包和面条。", "各方面包括麵包和麵條。"),
        ("hant", "台湾的台风，一只鸟，只有一台机器。", "臺灣的颱風，一隻鳥，只有一臺機器。"),
        ("hant", "为什么群众历来重视日历？", "為什麼群眾歷來重視日曆？"),
        ("hant", "𫗴粥与𬣞言", "饘粥與詝言"),
        ("hans", "理了頭髮，才談發展。", "理了头发，才谈发展。"),
        ("hans", "皇后說以後再來。", "皇后说以后再来。"),
        ("hans", "他著手寫著作，看著裡面。", "他着手写著作，看着里面。"),
        ("hans", "乾隆年間，衣服乾了，乾坤未定。", "乾隆年间，衣服干了，乾坤未定。"),
        ("hans", "爲羣衆，為群眾。", "为群众，为群众。"),
    ],
)
def test_phrases_decide(convert: Convert, script: str, text: str, other: str) -> None:
    assert convert(script, [text]) == [other]
    assert opencc.OpenCC(script_tables.WAYS[script]).convert(text) == other


@pytest.mark.parametrize("script", script_tables.WAYS)
def test_every_entry_becomes_what_opencc_makes_of_it(convert: Convert, script: str) -> None:
    table = script_tables.conversions(script_tables.WAYS[script])
    assert len(table) > 5000
    assert convert(script, list(table)) == list(table.values())


@settings(max_examples=10)
@given(
    st.lists(st.text("方面包括发头里公皇后天干净只有着手了台湾，a 𠮷🈣\n")),
    st.sampled_from(sorted(script_tables.WAYS)),
)
def test_any_text_becomes_what_opencc_makes_of_it(convert: Convert, texts: list[str], script: str) -> None:
    converted = convert(script, texts)
    assert converted == [opencc.OpenCC(script_tables.WAYS[script]).convert(text) for text in texts]
    assert list(map(len, converted)) == list(map(len, texts))


def test_a_table_says_where_it_is_from_and_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script_tables, "WAYS", {"hans": "tw2s"})
    script_tables.write(tmp_path / "site", tmp_path / "cache")
    made = (tmp_path / "site/assets/script/hans.txt").read_text(encoding="utf-8")
    assert made.startswith(f"OpenCC {opencc.__version__}, Apache-2.0\n")
    monkeypatch.delattr(script_tables, "conversions")
    script_tables.write(tmp_path / "another", tmp_path / "cache")
    assert (tmp_path / "another/assets/script/hans.txt").read_text(encoding="utf-8") == made
