"""Write every source back from the pages; see --help."""

import sys

from reading_list.restore_command import main

if __name__ == "__main__":
    sys.exit(main())
