"""What a web page states of itself: publisher, author, title, day, language."""

import re
from typing import Any, TypedDict

from enduse.sources.documents.html.json_ld import article_of
from enduse.sources.documents.stated_day import stated_day

_IN_A_COMMENT = "ancestor::*[contains(@itemtype, 'Comment') or contains(@itemtype, 'Review')]"
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?=$|[-_])")
_PUBLISHER = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
)
_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_TITLE = (
    "og:title",
    "headline",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "twitter:title",
)
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "date",
)


_DATED = frozenset(
    "date pubdate publish-date published published-date post-date post_date article-date"
    " article__date news-date news_date entry-date date-published".split()
)
_LONGEST_DAY = 60


class Stated(TypedDict):
    """The fields of a `Document` that a page may state."""

    publisher: str | None
    author: str | None
    title: str | None
    published: str | None
    language: str | None


def stated_in(markup: str) -> Stated:
    """Read JSON-LD first, then meta elements, then <title>, <time> and lang; nothing is guessed."""
    from lxml import html

    try:
        tree = html.document_fromstring(
            markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except (ValueError, html.etree.ParserError):
        return Stated(publisher=None, author=None, title=None, published=None, language=None)
    metas = _metas(tree)
    article = article_of(tree)
    marked = _microdata(tree)
    publisher = article.publisher or _first(metas, _PUBLISHER) or marked.get("publisher")
    title = _clean(tree.findtext(".//title"))
    return Stated(
        publisher=publisher,
        author=article.author or _not_a_link(_first(metas, _AUTHOR)) or marked.get("author"),
        title=article.title
        or _first(metas, _TITLE)
        or marked.get("headline")
        or _without(title, publisher),
        published=stated_day(article.published)
        or next(filter(None, (stated_day(metas.get(key)) for key in _PUBLISHED)), None)
        or _time(tree)
        or _shown_under_the_heading(tree),
        language=_language(article.language)
        or _language(tree.get("lang"))
        or _language(metas.get("content-language"))
        or _language(metas.get("og:locale")),
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (
            meta.get("property")
            or meta.get("name")
            or meta.get("itemprop")
            or meta.get("http-equiv")
        )
        value = _clean(meta.get("content"))
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _microdata(tree: Any) -> dict[str, str]:
    """What elements of the page itself are marked as, by schema.org: the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter():
        key = element.get("itemprop") if isinstance(element.tag, str) else None
        wanted = key in ("author", "publisher", "headline") and element.tag != "meta"
        if wanted and not element.xpath(_IN_A_COMMENT):
            inner = next(iter(element.xpath(".//*[@itemprop='name']")), element)
            value = _clean(inner.get("content") or " ".join(inner.itertext()))
            if value:
                found.setdefault(str(key), value)
    return found


def _clean(told: Any) -> str | None:
    return (" ".join(told.split()) or None) if isinstance(told, str) else None


def _without(title: str | None, publisher: str | None) -> str | None:
    """The title of the page without the name of the outlet behind a bar or dash."""
    if not title or not publisher:
        return title
    return re.sub(rf"\s+[|–—-]\s+{re.escape(publisher)}$", "", title)


def _not_a_link(told: str | None) -> str | None:
    return None if told and told.startswith(("http://", "https://")) else told


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((metas[key] for key in keys if key in metas), None)


def _time(tree: Any) -> str | None:
    """The day of the only <time datetime> of the page, or of the one marked as publication."""
    marked = [
        t
        for t in tree.iter("time")
        if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"
    ]
    times = marked or [t for t in tree.iter("time") if t.get("itemprop") != "dateModified"]
    days = {day for day in (stated_day(t.get("datetime")) for t in times) if day}
    return days.pop() if len(days) == 1 else None


def _shown_under_the_heading(tree: Any) -> str | None:
    """The one day that elements named for it show below the main heading of the page.

    What stands above the heading is often the day on which the page was looked at.
    """
    days: set[str] = set()
    below = False
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        below = below or element.tag == "h1"
        names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
        if below and _DATED.intersection(names):
            days |= {stated_day(" ".join(element.text_content().split())[:_LONGEST_DAY]) or ""}
    days.discard("")
    return days.pop() if len(days) == 1 else None


def _language(told: Any) -> str | None:
    found = _LANGUAGE.match(told) if isinstance(told, str) else None
    return found.group().lower() if found else None
