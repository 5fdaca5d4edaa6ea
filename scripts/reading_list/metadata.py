"""What a text tells about itself."""

from reading_list.model import Metadata


def extract(legible: str, path: str) -> Metadata:
    """The first line as the title."""
    title = legible.strip().split("\n")[0][:30].replace("<", "＜").replace(">", "＞")
    return Metadata(title or path)
