"""Build the site; see --help."""

import sys

from reading_list.build_command import main

if __name__ == "__main__":
    sys.exit(main())
