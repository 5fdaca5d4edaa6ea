"""Rewrite the generated half of data/folding.toml from OpenCC's character tables.

    opencc_dict -i TSCharacters.ocd2 -o OUT/TSCharacters.txt -f ocd2 -t text
    python scripts/update_folding.py OUT/TSCharacters.txt

Both the tool and the table come with `pip install opencc` (Apache-2.0; 1.4.2 was used). The rows added by
hand stay as they are.
"""

import sys
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).parent / "reading_list" / "data" / "folding.toml"
START, END = "opencc = '''\n", "'''"


def first_candidates(path: Path) -> dict[str, str]:
    """OpenCC's rows are `character TAB candidate candidate…`; the first is its default."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {key: values.split()[0] for key, values in rows}


def classes(simplified: dict[str, str]) -> list[str]:
    """`["为為爲", …]`: a representative and what folds into it, by code point."""
    members: dict[str, set[str]] = defaultdict(set)
    for char in simplified:
        target = char
        while simplified.get(target, target) != target:
            target = simplified[target]
        if target != char:
            members[target].add(char)
    return [target + "".join(sorted(members[target])) for target in sorted(members)]


def main() -> None:
    rows = classes(first_candidates(Path(sys.argv[1])))
    lines = (" ".join(rows[i : i + 25]) for i in range(0, len(rows), 25))
    before, _, rest = TABLE.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    TABLE.write_text(before + START + "\n".join(lines) + "\n" + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
