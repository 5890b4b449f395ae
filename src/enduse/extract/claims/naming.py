"""Names the subject and object of a relation: the thing mentioned there, or its own words."""

import re
from functools import lru_cache
from hashlib import sha256

from enduse.extract.english.words.lexicon import countries, words
from enduse.extract.mentions.entities import Entities, Entity
from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument
from enduse.extract.segment import Span
from enduse.model import Named

__all__ = ["entity_id", "named", "plain"]

_ARTICLES = re.compile(r"^(?:the|a|an|its|their|his|her|this|that|these|those)\s+", re.IGNORECASE)
_LINKS = re.compile(
    r"\b(?:of|for|in|at|on|with|from|by|to|and|or|over|against)\b|[’']s?\s|,", re.IGNORECASE
)
_NAMING = re.compile(r"\b(?:called|named|codenamed|known as)\s+[\"“'‘]?$")
_DOING = re.compile(r"(?P<who>[^’']+)[’']s (?:\w+ )?(?:involvement|role|part|interest)$")
_DEED = re.compile(r"(?:to\s)?[a-z]+ing\s(?!of\b)|to\s[a-z]+\s")
_LONGEST = 160


def entity_id(source: str, thing: Entity) -> str:
    """Return the identity of a thing within its document."""
    return _id(source, thing.key, thing.schema)


@lru_cache(maxsize=1 << 10)
def _id(source: str, key: str, schema: str) -> str:
    """The same thing is asked for by every claim about it."""
    return sha256(f"{source}|{key}|{schema}".encode()).hexdigest()[:16]


def named(argument: Argument, text: str, entities: Entities, source: str) -> tuple[Named, ...]:
    """Return what an argument names: one thing, or several ("both companies").

    The mention that is the head of the phrase gives its fullest name; where there is none,
    the words stand for themselves, without their article.
    """
    if argument.text is not None:
        return (Named(argument.text),)
    if argument.span is None:
        return ()
    head = _head(argument.span, text, entities)
    if head is not None and head[1]:
        return tuple(Named(_form(head[0], t), t.schema, entity_id(source, t)) for t in head[1])
    owner = _DOING.match(text, argument.span.start, argument.span.end)
    if owner is not None:
        return named(Argument(Span(owner.start("who"), owner.end("who"))), text, entities, source)
    schema = head[0].schema if head is not None else None
    return (Named(plain(text[argument.span.start : argument.span.end]), schema),)


def _form(mention: Found, thing: Entity) -> str:
    """The fullest form; of a Chinese name, which is one run, the form that stands there."""
    here = mention.kind in ("name", "alias") and _HAN.search(mention.text)
    return _QUOTED.sub(r"\1", mention.text) if here else thing.name


_QUOTED = re.compile(r"^[“\"]([^“”\"]+)[”\"]$")


_HAN = re.compile(r"[\u4e00-\u9fff]")


def plain(words_: str) -> str:
    """Words that stand for themselves, without their article.

    Example:
        >>> plain("the Dutch  manufacturer,")
        'Dutch manufacturer'
    """
    words_ = " ".join(words_.split())
    return (_ARTICLES.sub("", words_).strip(' ,.;:"“”') or words_)[:_LONGEST]


def _head(span: Span, text: str, entities: Entities) -> tuple[Found, tuple[Entity, ...]] | None:
    """The mention that a phrase is about, if it is about one."""
    if _DEED.match(text, span.start, span.end):
        return None
    inside = entities.inside(span)
    covering = entities.at(span.start)
    if covering is not None and covering[0].span.end >= span.end:
        return covering
    for mention, things in inside:
        before = text[span.start : mention.span.start]
        after = text[mention.span.end : span.end].strip(' )"”’,.')
        if mention.kind == "alias":
            continue
        before = _without_land(_ARTICLES.sub("", before).strip(' "“('))
        if not after and (not _LINKS.search(before) or _NAMING.search(before)):
            return mention, things
        if mention.schema == "Product" and _only_class_nouns(after):
            if not _LINKS.search(before) or before.endswith(("'s", "’s")):
                return mention, things
    if inside and inside[-1][0].span.end >= span.end - 1:
        mention, things = inside[-1]
        before = text[span.start : mention.span.start].strip()
        if _NAMING.search(before + " ") or (
            mention.schema == "Product" and before.endswith(("'s", "’s"))
        ):
            return mention, things
    return None


def _without_land(before: str) -> str:
    """The words before a name without whose it is: "India's state-run" says "state-run"."""
    land, mark, rest = before.replace("’", "'").partition("'s ")
    return rest if mark and land in countries() else before


def _only_class_nouns(after: str) -> bool:
    return all(
        part.lower().strip("()") in words("products") or part.lower() in _KINDS_OF
        for part in after.split()
    )


_KINDS_OF = frozenset(
    "attack combat kamikaze loitering cruise ballistic strike reconnaissance".split()
)
