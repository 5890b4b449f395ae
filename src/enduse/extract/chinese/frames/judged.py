"""What is told of a clause as a whole: an opinion, a denial that no verb of the tables carries."""

from collections.abc import Sequence

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.firm import firm
from enduse.extract.chinese.frames.naming.relating import plain
from enduse.extract.chinese.frames.said import Said
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span

__all__ = ["judged", "only_denied"]


def judged(text: str, clause: Clause) -> Said | None:
    """Return what somebody thinks that no table reads: the subject is judged to be the rest."""
    about = clause.subject
    if about is None or any(a.text in grammar("conditions") for a in clause.atoms[:4]):
        return None
    place = Span(clause.atoms[0].span.start, clause.atoms[-1].span.end)
    words = plain(text[about.span.end : place.end])
    if len(words) < 3:
        return None
    if clause.judging.startswith("警告"):
        return Said("warned", clause.speaker, words, None, place, "asserted", "fact", own=True)
    hedged = Deed(clause.atoms[-1], subject=about, condition=clause.condition)
    found = firm(text, hedged, place.start).modality
    modality = "assessed" if found == "fact" else found
    return Said("assessed_as", about, words, None, place, "asserted", modality)


def only_denied(text: str, clause: Clause, made: Sequence[Relation]) -> Said | None:
    """Return a denial of what no table reads: 否认参与伪报."""
    deny = next((a for a in clause.atoms if a.kind == "deny"), None)
    if deny is None or any(r.polarity == "denied" for r in made):
        return None
    rest = [a for a in clause.atoms if a.span.start >= deny.span.end]
    who = clause.subject or clause.topic
    if not rest or who is None:
        return None
    start = who.span.start if who is clause.subject else deny.span.start
    place = Span(min(start, deny.span.start), rest[-1].span.end)
    words = plain(text[rest[0].span.start : rest[-1].span.end])
    words = words.removeprefix("存在").removeprefix("有任何").removeprefix("任何")
    return Said("denied", who, words, None, place, "denied", "fact", own=True)
