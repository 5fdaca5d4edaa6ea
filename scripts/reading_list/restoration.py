"""How a page becomes its source's bytes again; a module by itself, since finding noise takes long to load."""

from reading_list import critic, page
from reading_list.decode import encode
from reading_list.line_ends import bring_back
from reading_list.manifest import Entry


def restore(text: str, entry: Entry) -> bytes:
    """The bytes of the source, from the text of its page, whatever proposals a person undid or added."""
    source_text = critic.reject(page.body_of(text)) + "\n" * entry.final_line_ends
    return encode(entry.decoded(bring_back(source_text, entry.ends)))
