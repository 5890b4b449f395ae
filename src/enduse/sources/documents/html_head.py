"""What a web page states of itself: publisher, author, title, day, language."""

import re
from collections.abc import Iterator
from typing import Any, TypedDict

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}-\d{2}$|\d{4}$")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?=$|[-_])")
_PUBLISHER = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
)
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "byl")
_TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "publishdate",
    "pubdate",
    "date",
)
_MOST_JSON = 1_000_000


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
    article = next(_articles(tree), {})
    publisher = _name(article.get("publisher")) or _first(metas, _PUBLISHER)
    title = _clean(tree.findtext(".//title"))
    return Stated(
        publisher=publisher,
        author=_name(article.get("author")) or _not_a_link(_first(metas, _AUTHOR)),
        title=_clean(article.get("headline"))
        or _first(metas, _TITLE)
        or _without(title, publisher),
        published=_day(article.get("datePublished"))
        or next(filter(None, (_day(metas.get(key)) for key in _PUBLISHED)), None)
        or _time(tree),
        language=_language(article.get("inLanguage"))
        or _language(tree.get("lang"))
        or _language(metas.get("og:locale")),
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = _clean(meta.get("content"))
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Objects of JSON-LD that describe an article."""
    import orjson

    for script in tree.iter("script"):
        text = script.text or ""
        if script.get("type") != "application/ld+json" or len(text) > _MOST_JSON:
            continue
        try:
            told = orjson.loads(text)
        except orjson.JSONDecodeError:
            continue
        for one in _objects(told):
            kinds = one.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(
                isinstance(k, str) and k.endswith(("Article", "Posting", "Report")) for k in kinds
            ):
                yield one


def _objects(told: Any) -> Iterator[dict[str, Any]]:
    if isinstance(told, list):
        for one in told:
            yield from _objects(one)
    elif isinstance(told, dict):
        yield told
        graph = told.get("@graph")
        yield from (
            (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()
        )


def _name(told: Any) -> str | None:
    """Names of a person or organisation of JSON-LD, joined where there are several."""
    if isinstance(told, list):
        names = [name for name in map(_name, told) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(told, dict):
        told = told.get("name")
    return _clean(told)


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


def _day(told: Any) -> str | None:
    found = _DATE.match(told.strip().replace("/", "-")) if isinstance(told, str) else None
    return found.group() if found else None


def _time(tree: Any) -> str | None:
    """The day of the only <time datetime> of the page, or of the one marked as publication."""
    marked = [
        t
        for t in tree.iter("time")
        if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"
    ]
    times = marked or list(tree.iter("time"))
    days = {day for day in (_day(t.get("datetime")) for t in times) if day}
    return days.pop() if len(days) == 1 else None


def _language(told: Any) -> str | None:
    found = _LANGUAGE.match(told) if isinstance(told, str) else None
    return found.group().lower() if found else None
