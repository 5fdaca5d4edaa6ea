"""Import texts and build the site of them."""

import gc
import sys

from reading_list.site_command import main

if __name__ == "__main__":
    status = main()
    gc.freeze()  # what there is ends with the process, which would look for garbage among it once more
    sys.exit(status)
