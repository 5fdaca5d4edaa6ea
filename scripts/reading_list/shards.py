"""A collection that is too large for one machine: each builds the pages of some texts, and one joins them.

Which texts those are is told by their slugs alone, so that a page stays in its shard whatever comes and goes.
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zlib import crc32

from reading_list import built
from reading_list.building import build_whole
from reading_list.built import Members


def build_shard(config_file: Path, number: int, count: int) -> Path:
    """Build the pages of the texts in shard `number` of `count`, and all that are not of texts; no index."""
    return build_whole(config_file, lambda slug: crc32(slug.encode()) % count == number - 1)


def join(config_file: Path, parts: Sequence[Path]) -> None:
    """Put together the pages of shards, each built in a copy of this folder that `parts` names.

    What no shard has, and what is of all texts, the next build of the site adds. Raises ValueError, naming
    the copy, when there is no site in it, or one that was built otherwise than the first.
    """
    folder = config_file.parent
    known = {part: built.recall(part) for part in parts}
    first = known[parts[0]]
    for part, shard in known.items():
        if shard is None or first is None or (shard.inputs, shard.frame) != (first.inputs, first.frame):
            what = "holds no shard" if shard is None else "was built otherwise than the first"
            raise ValueError(f"{part}: {what}; build all shards of the same files with --shard")
    shards = [shard for shard in known.values() if shard]
    place = folder / shards[0].inputs.site
    built.forget(folder)
    shutil.rmtree(place, ignore_errors=True)
    for part, shard in zip(parts, shards, strict=True):
        shutil.copytree(part / shard.inputs.site, place, dirs_exist_ok=True)
    heads = {uri: head for shard in shards for uri, head in shard.members.heads.items()}
    texts = {slug: text for shard in shards for slug, text in shard.members.texts.items()}
    built.remember(folder, replace(shards[0], members=Members(heads, texts)))


def list_shards(config_file: Path) -> list[str]:
    """The shards that a configuration asks for by `shards` under `extra`, one if it does not."""
    from reading_list.render import load

    count = load(config_file).extra.get("shards", 1)
    if not isinstance(count, int) or count < 1:
        raise ValueError(f"{config_file}: extra.shards is {count!r}; it must be a number from 1 on")
    return [f"{number}/{count}" for number in range(1, count + 1)]
