"""What an office file states of itself in its properties."""

import re
from typing import Any, TypedDict

from enduse.errors import UnreadableSource
from enduse.sources.documents.packages import Package
from enduse.sources.documents.stated_day import stated_day

_LANGUAGE = re.compile(r"[a-z]{2}(?=$|-)", re.IGNORECASE)


class Properties(TypedDict, total=False):
    """Fields of a `Document` found in the properties."""

    publisher: str | None
    author: str | None
    title: str | None
    published: str | None
    language: str | None


def ooxml_properties(package: Package) -> Properties:
    """Title, author, company and language of a Word, Excel or PowerPoint file.

    The day of publication is taken from `dcterms:issued` alone: the days on which a file was
    created or saved say nothing about when its text was published.
    """
    told = _leaves(package, "docProps/core.xml")
    company = _leaves(package, "docProps/app.xml").get("Company")
    return Properties(
        publisher=told.get("publisher") or company,
        author=told.get("creator"),
        title=told.get("title"),
        published=stated_day(told.get("issued")),
        language=_language(told.get("language")),
    )


def odf_properties(package: Package) -> Properties:
    """Title, author and language of an OpenDocument file."""
    told = _leaves(package, "meta.xml")
    return Properties(
        publisher=told.get("publisher"),
        author=told.get("initial-creator") or told.get("creator"),
        title=told.get("title"),
        published=stated_day(told.get("issued")),
        language=_language(told.get("language")),
    )


def _leaves(package: Package, member: str) -> dict[str, str]:
    """Local names of elements without children to their text; a damaged member states nothing."""
    if member not in package:
        return {}
    try:
        root: Any = package.xml(member)
    except UnreadableSource:
        return {}
    found: dict[str, str] = {}
    for element in root.iter():
        text = " ".join((element.text or "").split())
        if len(element) == 0 and text:
            found.setdefault(str(element.tag).rpartition("}")[2], text)
    return found


def _language(told: str | None) -> str | None:
    found = _LANGUAGE.match(told or "")
    return found.group().lower() if found else None
