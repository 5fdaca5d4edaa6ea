"""Where MkDocs calls in. Nothing lives here: all of it runs on a site that another builder made, too."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from reading_list import built, inventory, lists, render, search_index, site


def on_pre_build(config: MkDocsConfig) -> None:
    """The list pages follow what a person edited in the pages."""
    if render.NAME not in config.plugins:
        lists.write(Path(config.docs_dir))


def on_page_markdown(markdown: str, page: Page, **_: object) -> None:
    """The theme writes titles and authors into HTML as they are."""
    page.meta = site.escape_meta(page.meta)


def on_page_content(html: str, page: Page, **_: object) -> None:
    """Keep the page out of the theme's own index, which grows with the collection."""
    page.meta["search"] = {"exclude": True}


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built site, unless build_site.py does."""
    if render.NAME not in config.plugins:
        folder = Path(config.site_dir)
        built.forget(Path(config.config_file_path).parent, folder)
        docs = Path(config.docs_dir)
        site.finish(docs, folder, inventory.take(docs))
        search_index.index_site(folder)
