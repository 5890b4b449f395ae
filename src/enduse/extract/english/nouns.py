"""Relations that nouns make: appositions, "is a ...", roles, adjectives, places of buildings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from enduse.extract.english.lexicon import countries, country_names, words
from enduse.extract.english.modality import firmness
from enduse.extract.english.phrases import Sentence
from enduse.extract.english.predicates import Predicate
from enduse.extract.english.roles import is_place
from enduse.extract.english.subjects import subject_of
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["noun_relations"]


@dataclass(frozen=True, slots=True)
class NounFrame:
    """The predicate that a noun makes and the prepositions that lead to its object."""

    predicate: str
    of: frozenset[str]


@cache
def _nouns() -> dict[str, NounFrame]:
    table = files("enduse.extract.data").joinpath("nouns_en.yml").read_text("utf-8")
    found: dict[str, NounFrame] = {}
    for row in yaml.safe_load(table):
        frame = NounFrame(row["predicate"], frozenset(str(row["of"]).split()))
        found.update(dict.fromkeys(row["nouns"].split(), frame))
    return found


_BUILDING = re.compile(
    r"\b(?:headquarters|plants?|factor(?:y|ies)|facilit(?:y|ies)|offices?|warehouses?|workshops?|"
    r"shipyards?|laborator(?:y|ies)|assembly lines?|bases?)$"
)
_STATE = re.compile(r"\b(?:(?P<who>\S+)\s+)?(?:state-owned|state-run|state-controlled|state)\s")
_EXPORT_CONTROL = re.compile(
    r"\bcontrols?\s(?:over|on)\s(?:the\s)?(?:exports?\sof\s)?(?P<what>[^.,;]+)", re.IGNORECASE
)


def noun_relations(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield the relations that nouns and their neighbours state."""
    for i, chunk in enumerate(s.chunks):
        if chunk.kind != "N":
            continue
        yield from _apposed(i, s)
        yield from _possessed(i, s)
        yield from _premodified(i, s)
        yield from _building(i, s)
        yield from _controls(i, s)
        yield from _planned(i, s)
    for p in preds:
        if s.chunks[p.chunk].lemma == "be" and s.chunks[p.chunk].kind == "X" and p.object:
            firm = firmness(p, s, preds)
            for found in _described(p.object.first, s.span_of(p.subject) if p.subject else None, s):
                yield Relation(
                    found.span,
                    found.predicate,
                    found.subject,
                    found.object,
                    s.chunk_span(p.chunk).start,
                    polarity=firm.polarity,
                    modality=firm.modality,
                    hedge=firm.hedge,
                )


def _apposed(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Kupol, a subsidiary of Almaz-Antey"; "Hinz, a fellow at the institute"."""
    at = i + 2
    if s.kind(i + 1) != "K" or s.kind(at) != "N" or s.tag_of(i) != "P":
        return
    if s.kind(at + 1) in "VX" and s.chunks[at + 1].finite:
        return
    subject = s.chunk_span(i)
    opening = s.words(at).split(" ")[0].lower()
    if opening in ("a", "an", "the", "its", "one") or _head(at, s) in words("roles"):
        yield from _described(at, subject, s, own_voice=True)
        yield from _national(at, subject, s)


def _head(i: int, s: Sentence) -> str:
    return s.tagged.tokens[s.chunks[i].last].text.lower()


def _described(
    at: int, subject: Span | None, s: Sentence, own_voice: bool = False
) -> Iterator[Relation]:
    """The relation that a describing noun makes, with its object after a preposition."""
    frame = _nouns().get(_head(at, s))
    if frame is None or subject is None:
        return
    step = at + 1
    while s.kind(step) == "Y":
        step += 1
    if s.kind(step) == "C" and s.kind(step + 1) == "N" and _head(step + 1, s) in _nouns():
        yield from _described(step + 1, subject, s, own_voice)
        step += 2
    if s.kind(step) != "E" or s.words(step).lower() not in frame.of or s.kind(step + 1) != "N":
        return
    predicate = frame.predicate
    if predicate == "upgraded_version_of" and not _improved(s.words(at)):
        predicate = "variant_of"
    last = step + 1
    while (
        s.kind(last + 1) == "E" and s.words(last + 1) in ("of", "for") and s.kind(last + 2) == "N"
    ):
        last += 2
    obj = Span(s.chunk_span(step + 1).start, s.chunk_span(last).end)
    span = Span(min(subject.start, s.chunk_span(at).start), obj.end)
    yield Relation(
        span,
        predicate,
        Argument(subject),
        Argument(obj),
        s.chunk_span(at).start,
        own_voice=own_voice,
    )


def _improved(words_: str) -> bool:
    return bool(re.search(r"upgrad|improv|moderni|enhanc|advanc|newer|new", words_))


def _national(at: int, subject: Span, s: Sentence) -> Iterator[Relation]:
    """Words such as "Gulf Star, a Dubai firm": the country or place of a company."""
    if _head(at, s) not in words("companies"):
        return
    span = s.chunk_span(at)
    for token in s.tagged.tokens[s.chunks[at].first : s.chunks[at].last]:
        place = _country_or_place(token.text)
        if place:
            yield Relation(
                Span(subject.start, span.end),
                "jurisdiction",
                Argument(subject),
                Argument(Span(token.start, token.end), place),
                span.start,
                own_voice=True,
            )
            return


def _country_or_place(word: str) -> str | None:
    known = countries().get(word)
    if known is not None:
        return country_names()[known[0]]
    return word if word[0].isupper() and is_known_place(word) else None


def is_known_place(word: str) -> bool:
    """Tell whether a word is in the list of places."""
    from enduse.extract.english.lexicon import lines

    return word in lines("places_en.txt")


def _possessed(i: int, s: Sentence) -> Iterator[Relation]:
    """The role first, the name after the comma: "Bosfor Teknik's owner, Cem Aydogan"."""
    chunk = s.chunks[i]
    frame = _nouns().get(_head(i, s))
    letters = s.tagged.tags[chunk.first : chunk.last + 1]
    pronoun = s.tagged.tokens[chunk.first].text.lower() in ("its", "their", "his", "her")
    if frame is None or s.kind(i + 1) != "K" or s.kind(i + 2) != "N" or s.tag_of(i + 2) != "P":
        return
    if s.words(i + 2).split(" ")[0].lower() in ("a", "an", "the"):
        return
    if "O" in letters:
        owner = s.tagged.span(chunk.first, chunk.first + letters.rindex("O") - 1)
    elif pronoun:
        owner = s.tagged.span(chunk.first, chunk.first)
    else:
        return
    span = Span(s.chunk_span(i).start, s.chunk_span(i + 2).end)
    subject = Argument(s.chunk_span(i + 2))
    yield Relation(span, frame.predicate, subject, Argument(owner), span.start, own_voice=True)


def _premodified(i: int, s: Sentence) -> Iterator[Relation]:
    """Words before a name: "the Russian state-owned arms company Almaz-Antey"."""
    chunk, span = s.chunks[i], s.chunk_span(i)
    toks, tags = s.tagged.tokens, s.tagged.tags
    name = chunk.last
    while name > chunk.first and tags[name - 1] == "P":
        name -= 1
    described = name - 1
    titled = next((j for j in range(chunk.first, chunk.last) if _is_title(toks[j].text)), None)
    if titled is not None and tags[chunk.last] == "P":
        yield from _titled(i, s, titled)
    if tags[chunk.last] != "P" or described < chunk.first:
        yield from _owned_by_country(i, s)
        return
    subject = s.tagged.span(name, chunk.last)
    noun = toks[described].text.lower()
    if noun in words("companies") or toks[described].text == "O":
        yield from _company(i, s, subject, described)
    elif noun in words("roles") and tags[described] == "N":
        yield from _role(span, s, subject, described, chunk.first)
    elif tags[described] == "O":
        yield from _owned_by_country(i, s)


def _is_title(word: str) -> bool:
    return word in words("titles") and word not in ("Foreign", "Defense", "Defence", "State")


def _company(i: int, s: Sentence, subject: Span, described: int) -> Iterator[Relation]:
    span = s.chunk_span(i)
    before = s.tagged.tokens[s.chunks[i].first : described]
    state = next((t for t in before if t.text.startswith("state")), None)
    place = next((p for t in before if (p := _country_or_place(t.text))), None)
    start = next(
        (t.start for t in before if t.text.lower() not in words("determiners")), span.start
    )
    quote = Span(start, span.end)
    if state is not None:
        owner = next((f"{t.text} state" for t in before if t.text in countries()), "state")
        yield Relation(
            quote, "owned_by", Argument(subject), Argument(text=owner), start, own_voice=True
        )
    elif place is not None:
        obj = Argument(text=place)
        yield Relation(quote, "jurisdiction", Argument(subject), obj, start, own_voice=True)


def _role(span: Span, s: Sentence, subject: Span, described: int, first: int) -> Iterator[Relation]:
    """Words such as "Kupol director Fanil Ziyatdinov": whose director stands before the role."""
    toks, tags = s.tagged.tokens, s.tagged.tags
    employers = [j for j in range(first, described) if tags[j] == "P"]
    if not employers or toks[employers[0]].text in countries():
        return
    frame = _nouns().get(toks[described].text.lower())
    predicate = frame.predicate if frame else "position_at"
    employer = s.tagged.span(employers[0], employers[-1])
    yield Relation(
        span, predicate, Argument(subject), Argument(employer), span.start, own_voice=True
    )


def _titled(i: int, s: Sentence, name: int) -> Iterator[Relation]:
    """The office and its country before the name: "Russian President Vladimir Putin"."""
    toks, last = s.tagged.tokens, s.chunks[i].last
    end = name
    while end < last and toks[end].text in words("titles"):
        end += 1
    if end > last or not 0 < last - end < 4 or toks[name].text in ("Mr", "Mrs", "Ms", "Dr", "Prof"):
        return
    first = s.chunks[i].first
    country = next((c for t in toks[first:name] if (c := _country_or_place(t.text))), None)
    office = " ".join(t.text for t in toks[name:end])
    text = f"{office} of {country}" if country else office
    span = Span(toks[first].start, toks[last].end)
    subject = Argument(s.tagged.span(end, last))
    yield Relation(span, "position_at", subject, Argument(text=text), span.start, own_voice=True)


def _owned_by_country(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Germany's Halvorsen Semiconductor": the country of a company."""
    chunk, toks, tags = s.chunks[i], s.tagged.tokens, s.tagged.tags
    mark = tags.find("O", chunk.first, chunk.last)
    if mark < 0 or tags[chunk.last] != "P" or set(tags[mark + 1 : chunk.last + 1]) != {"P"}:
        return
    country = countries().get(s.text[toks[chunk.first].start : toks[mark - 1].end])
    own = {t.text.rstrip(".") for t in toks[mark + 1 : chunk.last + 1]}
    company = own & (words("legal_forms") | words("organisation_words"))
    if country is None or own & words("body_words") or own & words("place_words") or not company:
        return
    yield Relation(
        s.chunk_span(i),
        "jurisdiction",
        Argument(s.tagged.span(mark + 1, chunk.last)),
        Argument(text=country_names()[country[0]]),
        toks[chunk.first].start,
        own_voice=True,
    )


def _building(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Kupol's headquarters in Izhevsk", "a production facility in China"."""
    words_ = s.words(i)
    match = _BUILDING.search(words_)
    if match is None or s.kind(i + 1) != "E" or s.words(i + 1).lower() not in ("in", "at", "near"):
        return
    if s.kind(i + 2) != "N" or not is_place(s.chunk_span(i + 2), s):
        return
    last = i + 2
    if s.kind(last + 1) == "K" and s.kind(last + 2) == "N" and s.words(last + 2) in countries():
        last += 2
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    whose = s.tagged.span(chunk.first, mark - 1) if mark > 0 else s.chunk_span(i)
    if s.tagged.tokens[chunk.first].text.lower() == "its":
        whose = s.tagged.span(chunk.first, chunk.first)
    head = match.group() == "headquarters"
    span = Span(s.chunk_span(i).start, s.chunk_span(last).end)
    yield Relation(
        span,
        "headquartered_in" if head else "located_in",
        Argument(whose if head or mark <= 0 else s.chunk_span(i)),
        Argument(s.chunk_span(i + 2)),
        span.start,
        own_voice=head,
    )


_SHOWS = frozenset({"suggest", "indicate", "show", "reveal", "describe", "mention", "disclose"})


def _planned(i: int, s: Sentence) -> Iterator[Relation]:
    """Plans as a noun: "plans for a joint factory", "Kupol's plan for a plant"."""
    if _head(i, s) not in ("plan", "plans", "proposal", "proposals"):
        return
    if s.kind(i + 1) != "E" or s.words(i + 1).lower() != "for" or s.kind(i + 2) != "N":
        return
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    whose = s.tagged.span(chunk.first, mark - 1) if mark > 0 else s.chunk_span(i)
    last = i + 2
    while s.kind(last + 1) in "EC" and s.kind(last + 2) == "N":
        last += 2
    span = Span(s.chunk_span(i).start, s.chunk_span(last).end)
    obj = Argument(Span(s.chunk_span(i + 2).start, span.end))
    shower = subject_of(i - 1, s) if s.kind(i - 1) == "V" else None
    speaker = s.span_of(shower) if shower and s.chunks[i - 1].lemma in _SHOWS else None
    focus = s.chunk_span(i).start
    plan = Relation(span, "plans", Argument(whose), obj, focus, modality="planned")
    yield replace(plan, speaker=speaker, cue=s.chunk_span(i - 1) if speaker else None)


def _controls(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Beijing's strict controls over the export of drones"."""
    chunk = s.chunks[i]
    if _head(i, s) not in ("control", "controls", "restrictions", "curbs"):
        return
    span = s.chunk_span(i)
    match = _EXPORT_CONTROL.search(s.text, span.start, s.span.end)
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    if match is None or mark < 0:
        return
    start = span.start
    if i and s.kind(i - 1) == "V":
        start = s.chunk_span(i - 1).start
    yield Relation(
        Span(start, match.end("what")),
        "controls_export_of",
        Argument(s.tagged.span(chunk.first, mark - 1)),
        Argument(Span(match.start("what"), match.end("what"))),
        span.start,
    )
