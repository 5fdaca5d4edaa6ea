"""Write the search index of a built site; see --help."""

import sys

from reading_list.search_index import main

if __name__ == "__main__":
    sys.exit(main())
