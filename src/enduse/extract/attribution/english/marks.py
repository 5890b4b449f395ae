"""Attribution without a verb: "reportedly", "allegedly", and a name before a colon."""

from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.found import Found, trimmed
from enduse.extract.segment import Span

__all__ = ["HEARSAY", "hearsay", "labelled_speech"]

HEARSAY = frozenset("reportedly allegedly purportedly supposedly reputedly".split())
# Words before a colon that announce no speaker.
_LABELS = frozenset(
    "note update photo image source sources warning related read more video watch breaking name "
    "correction editor table figure range speed weight payload price date subject from to re part "
    "address phone fax email summary abstract background contents keywords tags category "
    "type".split()
)
_LONGEST_NAME = 5


def hearsay(text: str, u: Tagged, at: int) -> Found | None:
    """Return what is said by nobody in particular: the clause around the adverb at `at`."""
    first = at
    while first > 0 and u.tags[first - 1] not in ",.;:SQ-":
        first -= 1
    last = at + 1
    while last < len(u.tags) and u.tags[last] not in ",.;:-":
        last += 1
    ranges = [(first, at), (at + 1, last)]
    pieces = [trimmed(text, u.starts[a], u.ends[b - 1]) for a, b in ranges if b > a]
    pieces = [piece for piece in pieces if piece.start < piece.end]
    if not pieces:
        return None
    cue = Span(u.starts[at], u.ends[at])
    return Found((cue,), None, tuple(pieces), "relays", u.words[at])


def labelled_speech(text: str, u: Tagged, *, first: bool) -> Found | None:
    """Return speech marked by a name and a colon, in a headline or before a quotation."""
    if ":" not in u.tags[1 : _LONGEST_NAME + 1]:
        return None
    colon = u.tags.index(":", 1)
    names = u.tags[:colon]
    if any(tag not in "NHMC" for tag in names) or not all(
        capital for capital, tag in zip(u.capital, names, strict=False) if tag == "N"
    ):
        return None
    follows = colon + 1
    quoted = follows < len(u.tags) and u.tags[follows] == "Q"
    if len(u.tags) - follows < 3 and not quoted or not (first or quoted):
        return None
    if any(word in _LABELS for word in u.words[:colon]):
        return None
    said = trimmed(text, u.starts[follows], u.ends[-1])
    source = Span(u.starts[0], u.ends[colon - 1])
    cue = Span(u.starts[colon], u.ends[colon])
    return Found((cue,), source, (said,), "states", ":")
