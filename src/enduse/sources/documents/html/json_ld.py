"""What a web page states of its article in JSON-LD, also where the JSON is a little broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

_MOST_JSON = 1_000_000
_MOST_LEVELS = 6
# A page also describes other articles, those it links to: only these keys lead to its own.
_WAYS_TO_THE_ARTICLE = frozenset(("@graph", "mainEntity", "mainEntityOfPage"))
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_STRAY_COMMA = re.compile(r",(?=\s*[}\]])")
_ARTICLES = ("Article", "Posting", "Report")


@dataclass(frozen=True, slots=True)
class StatedArticle:
    """The fields of the first article; None or empty where it does not state them."""

    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    language: Any = None


def article_of(tree: Any) -> StatedArticle:
    """Find the first article that the scripts of a page describe.

    Args:
        tree: The page, parsed by lxml.
    """
    told = [_told(script) for script in tree.iter("script")]
    objects = [one for root in told for one in _objects(root)]
    by_id = {
        one["@id"]: one for one in objects if isinstance(one.get("@id"), str) and "name" in one
    }
    own = (one for root in told for one in _objects(root, _WAYS_TO_THE_ARTICLE))
    article = next((one for one in own if _is_article(one)), {})
    return StatedArticle(
        publisher=_name(article.get("publisher"), by_id),
        author=_name(article.get("author"), by_id),
        title=_clean(article.get("headline")),
        published=_clean(article.get("datePublished")),
        language=article.get("inLanguage"),
    )


def _told(script: Any) -> Any:
    import json

    text = script.text or ""
    if script.get("type") != "application/ld+json" or len(text) > _MOST_JSON:
        return None
    text = _WRAPPING.sub("", _WRAPPING.sub("", text))
    for tried in (text, _STRAY_COMMA.sub("", text)):
        try:
            # Line ends inside strings are against the standard, and common.
            return json.loads(tried, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(
    told: Any, ways: frozenset[str] | None = None, level: int = 0
) -> Iterator[dict[str, Any]]:
    """Objects from outside to inside: all of them, or those to which these keys lead."""
    if level > _MOST_LEVELS:
        return
    inside: list[Any] = told if isinstance(told, list) else []
    if isinstance(told, dict):
        yield told
        inside = [value for key, value in told.items() if ways is None or key in ways]
    for one in inside:
        yield from _objects(one, ways, level + 1)


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in kinds)


def _name(told: Any, by_id: dict[str, Any]) -> str | None:
    """Names of people or organisations, joined where there are several."""
    if isinstance(told, list):
        names = [name for name in (_name(one, by_id) for one in told) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(told, dict):
        known = by_id.get(told["@id"], told) if isinstance(told.get("@id"), str) else told
        told = told.get("name") or known.get("name")
    return None if isinstance(told, str) and told.startswith("http") else _clean(told)


def _clean(told: Any) -> str | None:
    return (" ".join(unescape(told).split()) or None) if isinstance(told, str) else None
