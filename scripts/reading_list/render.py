"""Have MkDocs build the site, or some pages of it."""

import logging
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from logging.handlers import QueueHandler
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel

from reading_list.built import Inputs
from reading_list.interrupts import held_back

NAME = "reading_list/only"
"""Among the plugins of a build that `render` makes; such a build is finished by who asked for it."""


class NotBuilt(ValueError):
    """MkDocs could not build the site, or warns of something."""


class _NoSettings(Config):
    """What a user may set of the plugin below."""


class Only(BasePlugin[_NoSettings]):
    """Leaves pages and other files out of a build."""

    def __init__(self, is_wanted: Callable[[str], bool]) -> None:
        """Remember what says of a path in docs/ whether it is wanted."""
        super().__init__()
        self.is_wanted = is_wanted

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Exclude what is not; pages may still link to it."""
        for file in files:
            if not self.is_wanted(file.src_uri):
                file.inclusion = InclusionLevel.EXCLUDED
        return files


def render(config_file: Path, left_out: Collection[str] = ()) -> None:
    """Build the site but for the pages left out, given by their paths in docs/. Raises NotBuilt."""
    _render(config_file, lambda uri: uri not in left_out)


def render_only(config_file: Path, uris: Collection[str], folder: Path) -> None:
    """Build these pages alone, given by their paths in docs/, into an emptied `folder`. Raises NotBuilt."""
    _render(config_file, uris.__contains__, site_dir=str(folder))


@contextmanager
def rendering(config_file: Path, shares: Mapping[Path, Collection[str]]) -> Iterator[None]:
    """While the body runs, a process for each folder builds its share of the pages into it, as `render_only`
    does; they are there when the body has ended. Raises NotBuilt."""
    children: list[tuple[Process, Connection]] = []
    try:
        for folder, uris in shares.items():
            answer, end = Pipe(duplex=False)
            child = Process(target=_render_share, args=(config_file, uris, folder, end), daemon=True)
            with held_back():
                child.start()
            end.close()
            children.append((child, answer))
        yield
        for _, answer in children:
            if complaint := _receive(answer):
                raise NotBuilt(complaint)
    finally:
        for child, _ in children:
            child.terminate()
            child.join()


def _render_share(config_file: Path, uris: Collection[str], folder: Path, end: Connection) -> None:
    """Build a share, and say why it could not be built, or nothing."""
    try:
        render_only(config_file, uris, folder)
        end.send("")
    except NotBuilt as error:
        end.send(str(error))


def _receive(answer: Connection) -> str:
    try:
        return str(answer.recv())
    except EOFError:
        return "a process that built pages was ended before it was done, perhaps for want of memory"


def _render(config_file: Path, is_wanted: Callable[[str], bool], **settings: str) -> None:
    config = load(config_file, **settings)
    config.plugins[NAME] = Only(is_wanted)
    with _told():
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()


def load(config_file: Path, **settings: str) -> MkDocsConfig:
    """MkDocs' configuration, some of its settings replaced. Raises NotBuilt."""
    with _told():
        return load_config(str(config_file), strict=True, **settings)


@contextmanager
def _told() -> Iterator[None]:
    """When MkDocs gives up, raises NotBuilt with what it warned of; its own exception only counts that."""
    records: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler = QueueHandler(records)
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield
    except MkDocsException as error:
        warnings = [records.get().getMessage() for _ in range(records.qsize())]
        raise NotBuilt("\n".join([*warnings, str(error)])) from error
    finally:
        logger.removeHandler(handler)


def inputs_of(config_file: Path) -> Inputs:
    """What a configuration says of where everything is. Raises NotBuilt."""
    config = load(config_file)
    folder = config_file.parent
    others = [config.theme.custom_dir, *config.hooks, *config.watch]
    return Inputs(
        docs=os.path.relpath(config.docs_dir, folder),
        site=os.path.relpath(config.site_dir, folder),
        others=tuple(os.path.relpath(folder / other, folder) for other in others if other),
    )
