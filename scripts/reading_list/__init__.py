"""Turn a folder of raw Chinese texts into the pages of a reading site, and back."""

import os

# NumPy loads a library of linear algebra that starts a thread for each processor, which takes as long as the
# rest of NumPy. Nothing here uses it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
