"""What is said in a Russian sentence: behind the verb, before its speaker, or on both sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.extract.attribution.found import trimmed
from enduse.extract.attribution.lexicon import grammar
from enduse.extract.attribution.russian.lexicon import RussianVerb, russian_verbs
from enduse.extract.attribution.russian.speakers import Words
from enduse.extract.segment import Span

__all__ = [
    "Reading",
    "clause_before",
    "content",
    "phrase_end",
    "scope_end",
    "starts_cue",
    "tells_whose",
]


@dataclass(slots=True)
class Reading:
    """A unit while it is read: how far it was used up, and who spoke last in it."""

    text: str
    words: Words
    done: int = 0
    source: Span | None = None


def content(
    r: Reading, right: int, left_end: int, verb: RussianVerb, *, turned: bool
) -> tuple[Span, ...]:
    """What is said: after the verb, or before a speaker that stands behind it."""
    w = r.words
    end = _after(w, right, verb)
    pieces: list[Span] = []
    begins_with_as = left_end > 0 and w.low[left_end - 1] == "как"
    if turned and begins_with_as:
        end = _after_comma(w, right) or end
    elif turned or (end is None and _closes(w, left_end)):
        # «…, заявил X, передаёт Y»: the last voice gives all that stands before it.
        first = r.done if left_end - r.done > 1 else 0
        if left_end > first:
            left = trimmed(r.text, w.starts[first], w.ends[left_end - 1])
            if left.end - left.start > 3:
                pieces.append(left)
        if end is None and right + 1 < len(w.low) and w.low[right] in (",", "."):
            if w.low[right + 1] in ("—", "–", "-"):
                end = (right + 2, len(w.low))
    if end is not None:
        piece = trimmed(r.text, w.starts[end[0]], w.ends[end[1] - 1])
        if piece.start < piece.end:
            pieces.append(piece)
        r.done = end[1]
    else:
        r.done = right
    return tuple(pieces)


def _after_comma(w: Words, right: int) -> tuple[int, int] | None:
    """What follows «как сообщает X со ссылкой на Y,»."""
    for i in range(right, min(right + 25, len(w.low) - 1)):
        if w.low[i] == ",":
            return i + 1, len(w.low)
    return None


def _closes(w: Words, left_end: int) -> bool:
    return left_end > 0 and w.low[left_end - 1] in (",", "—", "–", "«»")


def _after(w: Words, right: int, verb: RussianVerb) -> tuple[int, int] | None:
    """The tokens of what follows the verb: «, что …», «: …», «о …», a thing or a deed."""
    size = len(w.low)
    # Adverbials between the verb and «что»: «заявил в понедельник журналистам, что».
    for i in range(right, min(right + 14, size)):
        if w.low[i] == "," and w.low[i + 1 : i + 2] in (["что"], ["будто"], ["чтобы"]):
            return i + 1, scope_end(w, i + 1)
        if w.low[i] == ":":
            return (i + 1, size) if i + 1 < size else None
        if w.low[i] == "«»" and i == right:
            return i, scope_end(w, i)
        if w.low[i] in (",", ".", ";", "—", "–"):
            break
    if right >= size:
        return None
    if w.low[right] in ("о", "об", "обо") or (
        verb.takes_thing and w.low[right] not in (",", ".", ";", "—", "–", "и", ")", "что")
    ):
        return right, scope_end(w, right)
    if w.low[right] in ("что", "чтобы"):
        return right, scope_end(w, right)
    return None


def scope_end(w: Words, at: int, opened: bool = False) -> int:
    """One past the last token of what is said from `at` on.

    What «по словам X» opens goes on behind «, а» and «, но».
    """
    verbs, table = russian_verbs(), grammar("ru")
    for i in range(at + 1, len(w.low)):
        word = w.low[i]
        if word == ";":
            return i
        following = w.low[i + 1] if i + 1 < len(w.low) else "."
        if word == ",":
            verb = verbs.get(following)
            turns = following in table["stop"] and following not in ("когда", "если", "поскольку")
            turns = turns and not (opened and following in ("а", "но", "однако"))
            if turns or verb is not None or phrase_end(w.low, i + 1):
                return i
            if following == "как" and w.low[i + 2 : i + 3] and w.low[i + 2] in verbs:
                return i
        if word == "и" and following in verbs and verbs[following].manner == "finite":
            return i
    return len(w.low)


def clause_before(w: Words, done: int, at: int, right: int) -> int:
    """Where the clause begins into which «по словам X» is set: «…, которой завод, по словам X,»."""
    if right >= len(w.low) or w.low[right - 1] != ",":
        return done
    for i in range(at - 2, done, -1):
        if w.low[i] == ";" or w.low[i] == "," and w.low[i + 1] in ("а", "но", "однако", "хотя"):
            return i + 1
        if w.low[i] == "," and any(x.startswith("котор") for x in w.low[i + 1 : i + 4]):
            return i + 1
    return done


def phrase_end(low: Sequence[str], i: int) -> int:
    """One past the last word of «по данным» at `i`; 0 where there is none."""
    if i >= len(low):
        return 0
    table = grammar("ru")
    for size in (1, 2, 3):
        if "_".join(low[i : i + size]) in table["source_phrase"]:
            return i + size
    by = low[i : i + 1] == ["по"]
    theirs = by and low[i + 1 : i + 2] and low[i + 1] in ("его", "её", "ее", "их")
    if theirs and "_".join(("по", *low[i + 2 : i + 3])) in table["source_phrase"]:
        return i + 3
    unnamed = by and low[i + 1 : i + 2] and low[i + 1] in table["unnamed"]
    if unnamed and low[i + 2 : i + 3] and low[i + 2] in ("данным", "сведениям", "оценкам"):
        return i + 3
    return i + 3 if tells_whose(low, i) else 0


def tells_whose(low: Sequence[str], i: int) -> bool:
    """Whether an adjective says whose data they are: «по таможенным данным»."""
    if low[i : i + 1] != ["по"] or low[i + 2 : i + 3] not in _DATA:
        return False
    return low[i + 1].endswith(("ым", "им")) and low[i + 1] not in grammar("ru")["unnamed"]


_DATA = (["данным"], ["сведениям"], ["документам"], ["оценкам"], ["базам"], ["реестрам"])


def starts_cue(w: Words, at: int) -> bool:
    """Whether a verb of saying or «по данным» stands at a place."""
    return w.low[at] in russian_verbs() or bool(phrase_end(w.low, at))
