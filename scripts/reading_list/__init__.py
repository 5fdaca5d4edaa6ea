"""Turn a folder of raw Chinese texts into the pages of a reading site, and back."""
