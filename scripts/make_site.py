"""Import texts and build the site of them."""

import os
import sys

from reading_list.site_command import main

if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # all is written, and to free what there is piece by piece takes long
