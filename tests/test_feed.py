from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reading_list.catalogue import Record
from reading_list.feed import LENGTH, feed

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.org/books/"
RECORD = Record(
    slug="云溪--第一章",
    title="开工",
    type="district-news",
    date="2031-03-05",
    publisher="云溪日报",
    author="",
    collection="",
    source="云溪/第一章.txt",
    characters=100,
    description="3月5日，云溪区开工。",
)
texts = st.text()
dates = st.dates().map(str) | st.sampled_from(["", "2031", "2031-03", "2031-02-30", "去年", "0000"])
records = st.builds(
    replace,
    st.just(RECORD),
    title=texts,
    date=dates,
    publisher=texts,
    author=texts,
    description=texts,
)


@given(st.lists(records, max_size=2 * LENGTH), texts)
def test_any_texts_make_a_feed_as_the_standard_asks(records: list[Record], title: str) -> None:
    written = feed(records, ADDRESS, title)
    assert written == feed(records, ADDRESS, title)
    root = ElementTree.fromstring(written)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) <= LENGTH
    for element in (root, *entries):
        for required in ("id", "title", "updated"):
            assert len(element.findall(ATOM + required)) == 1
        updated = element.findtext(f"{ATOM}updated")
        assert updated and datetime.fromisoformat(updated).utcoffset()
        assert str(element.findtext(f"{ATOM}id")).startswith(ADDRESS)
    assert root.findtext(f"{ATOM}author/{ATOM}name") is not None
    moments = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert moments == sorted(moments, reverse=True)


def test_an_entry_tells_what_the_text_tells() -> None:
    entry = ElementTree.fromstring(feed([RECORD], ADDRESS, "书目")).find(f"{ATOM}entry")
    assert entry is not None
    page = "https://example.org/books/texts/%E4%BA%91%E6%BA%AA--%E7%AC%AC%E4%B8%80%E7%AB%A0/"
    assert [(child.tag.removeprefix(ATOM), child.text or child.get("href")) for child in entry] == [
        ("id", page),
        ("title", "开工"),
        ("link", page),
        ("updated", "2031-03-05T00:00:00+08:00"),
        ("author", "\n      "),
        ("category", None),
        ("summary", "3月5日，云溪区开工。"),
    ]
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "云溪日报"


def test_a_text_without_a_date_is_not_among_the_newest() -> None:
    assert b"<entry>" not in feed([replace(RECORD, date="")], ADDRESS, "书目")
