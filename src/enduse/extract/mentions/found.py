"""What every language's finder hands on: a name or a phrase that stands for a named thing.

A finder is a function `find(text, sentences, gazetteer) -> tuple[Found, ...]`, in the order
of the text, without overlaps.
"""

from dataclasses import dataclass

from enduse.extract.segment import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One place where something is named.

    Attributes:
        span: Where.
        text: The words, as written.
        schema: FtM schema the context speaks for: Person, Company, Organization, PublicBody,
            Address (a place), Product, Document, LegalEntity (unknown, or an unnamed source).
        key: The name in the form in which two mentions are compared: case-folded, in the
            nominative where the language declines, without legal form and quotes.
        strength: How sure the context is of the schema: 0 a guess, 1 a hint, 2 a title,
            legal form or class noun beside it, 3 the gazetteer. Votes are weighed by it.
        kind: "name"; "alias" (introduced in brackets after the mention before it);
            "announcer" ("a Russian firm, TSK Vektor": the name that describes it follows);
            "description" ("TSK Vektor, a Russian firm": what the name before it is);
            "descriptor" ("the company", «предприятие», 该公司: refers back to a name);
            "source" (an unnamed source: never resolved to a name).
        number: How many: 1; 2 for "both companies"; n for "two officials"; 0 for unknown plural.
        country: ISO 3166 alpha-2 that stands with it ("a Chinese company"), if any.
        name: The name to show where the words decline or carry a class noun («заводу «Купол»» is
            "Купол"); None where the words themselves are the name.
        class_noun: The noun beside the name that says what it is, in its dictionary form
            («банк» of «банк «Меридиан»»): a later "the bank" is that one. With its
            more general nouns after it («завод предприятие»).
        oblique: Whether it only stands after a preposition: "a letter to the ministry". A
            pronoun rather takes up what does not.
    """

    span: Span
    text: str
    schema: str
    key: str
    strength: int = 0
    kind: str = "name"
    number: int = 1
    country: str | None = None
    name: str | None = None
    class_noun: str | None = None
    oblique: bool = False
