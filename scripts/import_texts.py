"""Copy raw texts into docs/ as Markdown pages; see --help."""

import sys

from reading_list.import_command import main

if __name__ == "__main__":
    sys.exit(main())
