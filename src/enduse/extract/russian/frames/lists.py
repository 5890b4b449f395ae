"""What is said once of several: members of a list, and clauses whose verb is left out."""

from collections.abc import Iterator

from enduse.extract.russian.clauses import Clause, Phrase
from enduse.extract.russian.frames.sentence import Sentence

__all__ = ["Gap", "gaps", "joined"]

Gap = tuple[Phrase | None, Phrase, Phrase | None]
_AND = frozenset(("и", "или", "либо", "ни", "также", "а"))
_MOST = 6


def joined(sentence: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """«Приёмники и антенны»: the members of a list after its first, in its case."""
    last = _end(sentence, phrase)
    for following in sentence.phrases:
        if following.first < last:
            continue
        between = [t.low for t in sentence.words[last : following.first]]
        if not between or len(between) > 3 or not all(w == "," or w in _AND for w in between):
            return
        fits = following.prep in ("", phrase.prep) and _alike(following, phrase)
        bare = following.head.low[0].isdigit() and following.head.mention is None
        if bare and not phrase.counted:
            return
        if not fits or following.is_time or following.head.pos == "NPRO":
            return
        if _acts(sentence, following, phrase):
            return
        yield following
        last = _end(sentence, following)


def _end(sentence: Sentence, phrase: Phrase) -> int:
    """One past a phrase with what belongs to it: genitives and what stands after «для»."""
    last = phrase
    for following in sentence.phrases:
        genitive = not following.prep and "gent" in following.cases
        if following.first == last.last and (genitive or following.prep == "для"):
            last = following
    return last.last


def _alike(phrase: Phrase, first: Phrase) -> bool:
    cases = first.cases - {"loct"} if not first.prep else first.cases
    both = (phrase.mention is None) == (first.mention is None)
    return bool(cases & phrase.cases) and (both or phrase.human == first.human)


def _acts(sentence: Sentence, phrase: Phrase, first: Phrase) -> bool:
    """Whether a verb follows whose subject the phrase may be: «купил станки, фирма отказалась»."""
    after = sentence.words[_end(sentence, phrase) :][:1]
    follows_verb = bool(after) and after[0].pos in ("VERB", "PRTS") and after[0].mention is None
    return (
        follows_verb
        and "nomn" in phrase.cases
        and first.first < phrase.first
        and (not _before_verb(sentence, first, phrase))
    )


def _before_verb(sentence: Sentence, first: Phrase, phrase: Phrase) -> bool:
    """Whether no verb stands before a list, so that its verb is the one behind it."""
    return all(t.pos not in ("VERB", "PRTS") for t in sentence.words[: first.first])


def gaps(sentence: Sentence, clause: Clause, target: Phrase) -> Iterator[Gap]:
    """«X продал станки фирме А, 20 — фирме Б, а та — заводу В»: agent, receiver and number."""
    case = next((c for c in ("datv", "accs") if c in target.cases), None)
    if case is None or case == "accs" and not target.prep:
        return
    behind = [p for p in sentence.phrases if p.first >= max(clause.segment.last, target.last)]
    for place, phrase in enumerate(behind[: _MOST * 2]):
        stop = sentence.words[clause.segment.last : phrase.first]
        if any(t.pos in ("VERB", "PRTS") and t.mention is None for t in stop):
            return
        if phrase.prep != target.prep or case not in phrase.cases or phrase.is_time:
            continue
        if phrase.human != target.human:
            continue
        before = behind[place - 1] if place else None
        mark = sentence.words[phrase.first - 1].low
        if mark in ("—", "–"):
            number = before if before is not None and before.counted else None
            yield _agent(before), phrase, number
        elif before is not None and before.counted and before.last == phrase.first:
            yield None, phrase, before


def _agent(before: Phrase | None) -> Phrase | None:
    if before is None or before.counted or "nomn" not in before.cases or before.prep:
        return None
    return before
