"""Pack a built site into a zip file that opens from disk: zip_site.py SITE ZIP."""

import sys
from pathlib import Path

from reading_list.offline import pack

if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
