"""The blocks of a page that belong to its report, in order."""

import re
from functools import cache
from html import escape
from importlib import resources
from typing import Any

_BLOCKS = frozenset(("p", "head", "item", "row", "quote", "ab", "code", "cell"))
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code em font i label mark q s small span strong sub sup time tt u"
    " var".split()
)
_LONGEST_POINTER = 250
_POINTS_ELSEWHERE = re.compile(
    r"(?:also read|read (?:also|more|next)|more on this(?: story)?|recommended"
    r"|related(?: (?:stories|story|articles?|coverage|news))?"
    r"|читайте также|читать также|смотрите также|相关阅读|相关新闻|延伸阅读)\s*[:：]",
    re.IGNORECASE,
)
"""Begins the line in the midst of a report that names another report."""
_HIDDEN = ("script", "style", "noscript", "template", "nav", "form", "select")


def article_blocks(markup: str) -> list[str]:
    """Main content of a page; all that it shows where no article stands out.

    Args:
        markup: The page, decoded.

    Returns:
        Paragraphs, headings, list items and table rows (cells parted by tabs), spaces folded,
        without lines such as "Post a Comment" (`furniture.txt`).
    """
    return [block for block in _article(markup) or shown_blocks(markup) if not _is_furniture(block)]


def _article(markup: str) -> list[str]:
    import trafilatura
    from lxml.etree import ParserError

    try:
        found: Any = trafilatura.bare_extraction(
            markup, include_comments=False, include_tables=True, favor_recall=True
        )
    except (ParserError, ValueError):
        found = None
    blocks = _blocks(found.body) if found is not None and found.body is not None else []
    title = found.title if found is not None else None
    if blocks and title and not _mentions(blocks[:2], title) and _is_shown(title, markup):
        blocks.insert(0, title)
    return blocks


def _is_shown(title: str, markup: str) -> bool:
    """Whether the title stands on the page itself and not only on its tab."""
    body = markup.partition("<body")[2]
    return title in body or escape(title, quote=False) in body


def _mentions(blocks: list[str], title: str) -> bool:
    return any(title.casefold() in block.casefold() for block in blocks)


def _blocks(body: Any) -> list[str]:
    """Text of the smallest blocks, in order; loose text between them is a block too."""
    found: list[str] = []
    _walk(body, found)
    return _folded(found)


def _walk(element: Any, found: list[str]) -> None:
    if element.tag == "row":
        cells = [" ".join("".join(cell.itertext()).split()) for cell in element]
        found.append("\t".join(cells))
        return
    if element.tag in _BLOCKS and not any(
        child.tag in _BLOCKS for child in element.iter() if child is not element
    ):
        found.append("".join(_with_breaks(element)))
        return
    found.append(element.text or "")
    for child in element:
        _walk(child, found)
        found.append(child.tail or "")


def _with_breaks(element: Any) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        pieces += [" "] if child.tag == "lb" else _with_breaks(child)
        pieces.append(child.tail or "")
    return pieces


def shown_blocks(markup: str) -> list[str]:
    """All text of a page that is shown, block by block, for pages without an article."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree: Any = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (ValueError, html.etree.ParserError):
        return []
    body = tree.find("body")
    if body is None:
        return []
    for hidden in list(body.iter(*_HIDDEN, html.etree.Comment)):
        hidden.drop_tree()
    lines = [""]
    _show(body, lines)
    return _folded(lines)


def _show(element: Any, lines: list[str]) -> None:
    lines[-1] += element.text or ""
    for child in element:
        inline = child.tag in _INLINE
        if not inline:
            lines.append("")
        _show(child, lines)
        if not inline:
            lines.append("")
        lines[-1] += child.tail or ""


def _folded(found: list[str]) -> list[str]:
    """Spaces folded, tabs between cells kept, empty blocks left out."""
    folded = ("\t".join(" ".join(cell.split()) for cell in one.split("\t")) for one in found)
    return [block for block in folded if block.strip()]


@cache
def _furniture() -> frozenset[str]:
    lines = resources.files(__package__).joinpath("furniture.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_furniture(block: str) -> bool:
    if len(block) <= _LONGEST_POINTER and _POINTS_ELSEWHERE.match(block):
        return True
    return block.casefold().strip(" \t:：.…»›>→|·•-") in _furniture()
