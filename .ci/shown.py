"""Compare what each page of site/ shows with its source, white space aside."""

import re
import sys
from pathlib import Path

from reading import Shown, bare

from reading_list.decode import decode
from reading_list.restore_command import restore_all

TEXT = re.compile(r'<div class="source-text.*?\n</div>', re.DOTALL)


def main() -> int:
    """Returns the exit status: 0 all equal, 1 some not."""
    different = 0
    for restored in restore_all(Path("docs")):
        if isinstance(restored, ValueError):
            raise restored
        page = Path("site", "texts", restored.entry.slug, "index.html")
        match = TEXT.search(page.read_text(encoding="utf-8"))
        if not match or bare(Shown(match[0]).source) != bare(decode(restored.raw).text):
            print(f"{page}: does not show its source", file=sys.stderr)
            different += 1
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
