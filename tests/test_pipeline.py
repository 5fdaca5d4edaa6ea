"""Bytes become a page and the page the bytes again, whatever they are."""

from hypothesis import example, given
from hypothesis import strategies as st
from reading import Shown, lines
from strategies import texts

from reading_list import page, pipeline
from reading_list.collation import accept
from reading_list.decode import NotText
from reading_list.model import Source
from reading_list.overrides import Override
from reading_list.restoration import restore
from reading_list.show import show

ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be"]
encoded = st.builds(
    lambda text, end, encoding: text.replace("\n", end).encode(encoding, "ignore"),
    texts,
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(ENCODINGS),
)
paths = st.sampled_from(["甲.txt", "长夜/第九章.txt", "a b/<i>.txt", "\udcff.txt", "index.txt"])


@given(encoded | st.binary(), paths)
@example(b"\n\n", "甲.txt")
@example("正文\n\n\n".encode(), "甲.txt")
@example("<!-- source text -->\n\n甲".encode(), "甲.txt")
@example(b"\xff\xfe\x00\xd8a\x00", "甲.txt")
def test_every_text_comes_back_or_is_refused(raw: bytes, path: str) -> None:
    try:
        text, entry = pipeline.import_source(Source(path, raw), Override(), "")
    except NotText:
        return
    # As it is on disk, in UTF-8.
    assert restore(text.encode().decode(), entry) == raw


@given(texts)
def test_a_page_shows_the_source_and_the_clean_text(text: str) -> None:
    try:
        document = pipeline.understand(Source("甲.txt", text.encode()), Override())
    except NotText:
        return
    shown = Shown(show(pipeline.render(document).body))
    assert lines(shown.source) == lines(document.text)
    assert lines(shown.clean) == lines(accept(document.text, document.spans).text)


@given(texts)
def test_the_same_text_gives_the_same_page(text: str) -> None:
    source = Source("甲.txt", text.encode())
    try:
        assert pipeline.import_source(source, Override(), "") == pipeline.import_source(
            source, Override(), ""
        )
    except NotText:
        return


def test_front_matter_holds_what_is_told_and_no_more() -> None:
    text, _ = pipeline.import_source(
        Source("长夜/第九章.txt", "第九章 空船\n\n船是空着回来的。".encode()),
        Override(type="novel-chapter"),
        "",
    )
    assert page.read("x.md", text).front_matter == {
        "title": "第九章 空船",
        "type": "novel-chapter",
        "collection": "长夜",
        "source": "长夜/第九章.txt",
    }


def test_symbols_planted_in_furniture_hide_no_date() -> None:
    text = "通知\n发布时🈣间:2021-03-05 来源:云🞟陵区\n蠡🈣🞟泽新区昨🈣日召开大会。"
    told = pipeline.understand(Source("甲.txt", text.encode()), Override()).metadata
    assert (told.date, told.publisher) == ("2021-03-05", "云陵区")


def test_a_person_undoes_a_proposal_by_deleting_its_braces() -> None:
    raw = "区委书记到会。".encode()
    text, entry = pipeline.import_source(Source("甲.txt", raw), Override(), "")
    assert restore(text.replace("到会", "{--到会--}"), entry) == raw
    assert restore(text.replace("到会", "{~~到会~>来了~~}{>>我的话<<}"), entry) == raw
