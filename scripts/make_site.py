"""Import texts and build the site of them."""

import sys

from reading_list.site_command import main

if __name__ == "__main__":
    sys.exit(main())
