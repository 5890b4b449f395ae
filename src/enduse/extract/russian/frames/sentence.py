"""A Russian sentence while it is read: how its phrases are named and what is quoted of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.extract.mentions.found import Found
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Argument
from enduse.extract.relations.skeleton import Skeleton
from enduse.extract.russian.clauses import Clause, Phrase, Token, words
from enduse.extract.russian.frames.roles import follows, may_agree
from enduse.extract.segment import Span

__all__ = ["PACKAGE", "Sentence", "argument", "balanced", "place_of", "quote_of", "words_of"]

PACKAGE = "enduse.extract.russian"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its skeleton, its words, its phrases and the product named before it."""

    reading: Reading
    span: Span
    bones: Skeleton
    words: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    product: Found | None


def argument(sentence: Sentence, phrase: Phrase) -> Argument:
    """A name by its place, other nouns by their words in the nominative with their genitives."""
    meant = phrase.meant
    mention = meant.head.mention
    if mention is not None:
        return Argument(mention.span)
    person = apposed(sentence, meant)
    if person is not None:
        return Argument(person.head.mention.span if person.head.mention else None)
    if meant not in sentence.phrases and meant.antecedent is None:
        return Argument(text=meant.shown()[:160])
    if meant.lemma in ("он", "она", "оно", "они"):
        return Argument(place_of(sentence, meant))
    tail = _tail(sentence, meant) if meant in sentence.phrases else ""
    return Argument(text=(_as_written(meant) + tail)[:160])


def apposed(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The person named after a role: «гражданином России Тимуром Сафиным»."""
    after = phrase
    for _ in range(3):
        following = next(
            (p for p in sentence.phrases if p.first == after.last and not p.prep), None
        )
        if following is None:
            return None
        mention = following.mention
        if mention is not None and mention.schema == "Person" and phrase.human:
            return following if may_agree(following, *phrase.cases) else None
        if mention is not None and mention.schema == "Product" and not phrase.human:
            return following
        firm = mention is not None and mention.schema in ("Company", "Organization", "LegalEntity")
        if firm and phrase.lemma in words("actors") and phrase.cases & following.cases:
            return following
        after = following
    return None


def _tail(sentence: Sentence, phrase: Phrase) -> str:
    """The genitives after a noun, as written."""
    end = phrase
    while (after := follows(end, sentence.phrases)) is not None:
        end = after
    if end is phrase:
        return ""
    places = sentence.bones.places
    last = sentence.bones.span(end.start, end.end).end
    return " " + " ".join(sentence.reading.text[places[phrase.end] : last].split())


def words_of(sentence: Sentence, phrase: Phrase) -> str:
    """The words of a phrase with the phrases that follow it without a mark."""
    span = place_of(sentence, phrase)
    last = phrase
    while (after := next((p for p in sentence.phrases if p.first == last.last), None)) is not None:
        last = after
    end = sentence.bones.span(last.start, last.end).end
    return " ".join(sentence.reading.text[span.start : end].split())[:160]


def place_of(sentence: Sentence, phrase: Phrase) -> Span:
    """The place of a phrase in the document."""
    return sentence.bones.span(phrase.start, phrase.end)


def quote_of(sentence: Sentence, clause: Clause, used: Sequence[Phrase]) -> Span:
    """The verb with the arguments that stand in its clause."""
    here = {id(p) for p in (*clause.left, *clause.right)}
    low, high = clause.verb.start, clause.verb.end
    ends = [
        a for p in used if (a := apposed(sentence, p.meant)) is not None and p in sentence.phrases
    ]
    if clause.finite.start < low and clause.verb.pos == "INFN":
        low = clause.finite.start
    passing = clause.segment.kind == "participle"
    for phrase in (*used, *ends):
        far = passing and phrase is clause.subject and phrase.end + 4 < clause.verb.start
        if far:
            continue  # «завод X в Новосибирске, выпускающий прицелы»
        if phrase.head.low.startswith("котор") and _is_parted(sentence, phrase, clause):
            continue
        if (
            id(phrase) in here
            or phrase in ends
            or phrase is clause.subject
            and clause.form.pos == "PRTF"
        ):
            low = min(low, sentence.words[phrase.first].start)
            last = phrase
            while (after := follows(last, sentence.phrases)) is not None:
                last = after
            high = max(high, last.end)
    return balanced(sentence, sentence.bones.span(low, _with_what_follows(sentence, high)))


def _is_parted(sentence: Sentence, phrase: Phrase, clause: Clause) -> bool:
    """Whether words between commas stand before the verb: «которые, по мнению X, помогают»."""
    return any(t.low == "," for t in sentence.words if phrase.end <= t.start < clause.verb.start)


def _with_what_follows(sentence: Sentence, end: int) -> int:
    """The end of the phrases that follow without a mark: «применяется для ударов по объектам»."""
    last = next((p for p in sentence.phrases if p.end == end), None)
    while last is not None and "\n" not in sentence.bones.text[end : last.start]:
        end = last.end
        last = next((p for p in sentence.phrases if p.first == last.last), None)
    return end


def balanced(sentence: Sentence, span: Span) -> Span:
    """A quotation with both of its marks: «Стриж-2» and not «Стриж-2."""
    text, (start, end) = sentence.reading.text, span
    if text[start:end].count("«") > text[start:end].count("»") and text[end : end + 1] == "»":
        end += 1
    if text[start:end].count("»") > text[start:end].count("«") and text[start - 1 : start] == "«":
        start -= 1
    return Span(start, end)


def _as_written(phrase: Phrase) -> str:
    """Modifiers and head in the case in which they stand."""
    return " ".join(t.low for t in (*phrase.modifiers, phrase.head))
