"""Papers that speak without a verb of saying: "the brochure puts it at", "under a contract, X"."""

from collections.abc import Iterator

from enduse.extract.attribution.english.contents import scope_end
from enduse.extract.attribution.english.phrases import source_after, subject_before
from enduse.extract.attribution.english.reading import Reading
from enduse.extract.attribution.english.voices import is_document
from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.found import Found, trimmed

__all__ = ["papers"]

# What papers do when they say something: each with a thing after it.
_TELLS = frozenset(
    "puts put gives gave lists listed names records recorded contains contained specifies "
    "specified identifies identified mentions mentioned describes described details detailed "
    "documents documented sets foresees foresaw envisages envisaged stipulates stipulated provides "
    "refers referred cites cited credits credited dates places rates rated quotes "
    "quoted tells told ties tied links linked traces traced speaks spoke bears bore points pointed "
    "attributes attributed counts counted values valued calls registers".split()
)
_FRONTED = frozenset("under in per by from on".split())


def papers(r: Reading) -> Iterator[Found]:
    """Yield what papers say in a sentence by other verbs than those of saying."""
    fronted = _fronted(r)
    if fronted is not None:
        yield fronted
    for i, word in enumerate(r.tokens.words):
        if word in _TELLS and i and i not in r.groups and r.tokens.tags[i] in "VNK":
            found = _told(r, i)
            if found is not None:
                yield found


def _told(r: Reading, verb: int) -> Found | None:
    """What a paper "puts at", "lists as", "names": all that follows its verb."""
    u = r.tokens
    if (
        u.tags[verb - 1] not in "N)HM"
        or verb + 1 >= len(u.tags)
        or u.tags[verb + 1] not in "DNMIPQTOV"
    ):
        return None
    subject = subject_before(u, verb, 0)
    if subject is None or not is_document(r.text, r.span(*subject)):
        return None
    end = scope_end(u, verb + 1, past=False)
    said = trimmed(r.text, u.starts[verb + 1], u.ends[end - 1])
    if said.start >= said.end:
        return None
    return Found((r.span(verb, verb + 1),), r.span(*subject), (said,), "states", u.words[verb])


def _fronted(r: Reading) -> Found | None:
    """What stands after "Under a contract dated May 1, " where nobody speaks it."""
    u = r.tokens
    if len(u.tags) < 6 or u.words[0] not in _FRONTED or u.tags[0] != "I":
        return None
    named = source_after(u, 1, apposition=False, prepositions=True)
    if named is None or named[1] + 3 > len(u.tags):
        return None
    source = r.span(*named)
    comma = _comma(u, named[1])
    if comma is None or not is_document(r.text, source):
        return None
    if any(comma < g.start for g in r.groups.values()):
        return None  # "In a letter to the embassy, the firm denied it": the firm speaks
    said = trimmed(r.text, u.starts[comma + 1], u.ends[-1])
    return Found((r.span(0, 1),), r.span(1, comma), (said,), "states", u.words[0])


def _comma(u: Tagged, start: int) -> int | None:
    """The comma that closes a fronted phrase; None where it goes on too long."""
    for i in range(start, min(start + 12, len(u.tags) - 2)):
        if u.tags[i] == "," and u.tags[i + 1] in "DNMP":
            return i
        if u.tags[i] in ".;:Q":
            return None
    return None
