"""Bytes of a web page in, an Article out: the story without menus, cookie notices and related links."""

from datetime import date

import trafilatura
from trafilatura.settings import Document

from bot.addresses import web_link
from bot.errors import ParseError
from bot.markup import sound_text
from detectors import Article


def article_from_html(body: bytes, *, url: str, published: date | None = None, lang: str | None = None) -> Article:
    """Extract the story of a page; `published` and `lang` stand in where the page names none."""
    tree = trafilatura.load_html(body)
    page = None
    if tree is not None:
        lang = tree.get("lang") or lang
        page = trafilatura.bare_extraction(tree, url=url, fast=True, with_metadata=True, include_comments=False)
    if not isinstance(page, Document) or not (page.title or page.text):
        raise ParseError(url, "no article could be found in the page; save its text in a file and give that instead")
    title = sound_text(page.title or "")
    return Article(
        id=url,
        title=title,
        text=_without_title(sound_text(page.text or ""), title),
        lang=lang,
        published=date.fromisoformat(page.date) if page.date else published,
        url=(web_link(page.url, url) if page.url else None) or url,
        source=page.sitename or page.hostname,
    )


def _without_title(text: str, title: str) -> str:
    """Pages repeat the title as the story's first line; saying it once is enough."""
    first, _, rest = text.partition("\n")
    return rest if title and first.strip() == title.strip() else text
