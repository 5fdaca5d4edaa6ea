"""`make_site.py`: import folders and build the site of them, in one process, since starting takes long."""

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Import the sources so that the site shows exactly them, and build it.

    Returns the exit status: 0 all well, 1 some text failed or the site cannot be built, 2 usage. A text that
    failed keeps no other from being shown.
    """
    # What is loaded and read stays; to look for garbage among it so often takes time.
    gc.set_threshold(100_000)
    from reading_list import build_command, import_command

    sources = sys.argv[1:] if arguments is None else arguments
    imported = import_command.import_texts(["--prune", *sources])
    if imported.status > 1:
        return imported.status
    return build_command.main([], imported.listed) or imported.status
