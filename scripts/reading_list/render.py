"""Have MkDocs build the site, or some pages of it."""

import os
from collections.abc import Collection
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel

from reading_list.built import Inputs

NAME = "reading_list/only"
"""Among the plugins of a build that `render` makes; such a build is finished by who asked for it."""


class NotBuilt(ValueError):
    """MkDocs could not build the site, or warns of something."""


class _NoSettings(Config):
    """What a user may set of the plugin below."""


class Only(BasePlugin[_NoSettings]):
    """Leaves pages out of a build."""

    def __init__(self, left_out: Collection[str]) -> None:
        """Remember the pages, by their paths in docs/."""
        super().__init__()
        self.left_out = left_out

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Exclude them; other pages may still link to them."""
        for file in files:
            if file.src_uri in self.left_out:
                file.inclusion = InclusionLevel.EXCLUDED
        return files


def render(config_file: Path, left_out: Collection[str] = (), site: Path | None = None) -> None:
    """Build all pages but those left out, given by their paths in docs/; into `site` if it is given, which
    holds nothing else afterwards. Raises NotBuilt."""
    place = {"site_dir": str(site)} if site else {}
    config = load(config_file, **place)
    config.plugins[NAME] = Only(left_out)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise NotBuilt(str(error)) from error


def load(config_file: Path, **settings: str) -> MkDocsConfig:
    """MkDocs' configuration, some of its settings replaced. Raises NotBuilt."""
    try:
        return load_config(str(config_file), strict=True, **settings)
    except MkDocsException as error:
        raise NotBuilt(str(error)) from error


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
