"""Ask the built site for phrases of its pages; see --help."""

import sys

from reading_list.site_check import main

if __name__ == "__main__":
    sys.exit(main())
