"""What is said: the words that belong to a verb of saying, after it, before it, or both."""

from collections.abc import Mapping

from enduse.extract.attribution.english.phrases import object_end
from enduse.extract.attribution.english.verbs import Group
from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.lexicon import grammar

__all__ = ["content_after", "content_before", "is_past", "scope_end"]

_TURNS = frozenset("but while although though whereas".split())
_SAYING_ON = frozenset(
    "saying adding noting arguing calling claiming citing telling insisting "
    "suggesting explaining warning stating stressing according".split()
)
_OPENS_CLAUSE = frozenset("that whether if how why what who which although unless though".split())
_OPENS_PHRASE = frozenset("in for with by without despite".split())
# "Said it knew and might add X to the list": what may yet be done is still what is said.
_MODALS = frozenset("may might could would will can should shall".split())
_PLACED = frozenset("of about in on at during after before from via to through with as".split())


def content_after(u: Tagged, group: Group, start: int) -> tuple[int, int, str] | None:
    """Return first and one-past-last token of what follows the verb, and the frame it fills.

    Args:
        u: The sentence.
        group: The verb.
        start: Where to look; past the source where the verb stands before it.
    """
    frames = group.verb.frames
    size = len(u.tags)
    at = start
    while at < size and (u.tags[at] == "R" or u.words[at] in grammar("en")["weekday_or_month"]):
        at += 1
    if "hearer" in frames and not _opens_clause(u, at) and u.tags[at : at + 1] != ["T"]:
        after = _past_hearer(u, at, size)
        if after is None:
            return None
        at = after
    elif not frames.keys().isdisjoint(("clause", "that", "quote")):
        at = _past_place(u, at, size)
    if at >= size or u.tags[at] == ".":
        return None
    frame = _frame(u, at, frames)
    if frame is None:
        return None
    end = scope_end(u, at, past=is_past(u, group))
    if frame == "thing":
        # "regard it as a threat: Canada listed it": after the colon the writer speaks again.
        end = next((k for k in range(at + 1, end) if u.tags[k] == ":"), end)
    return (at, end, frame) if end > at else None


def _frame(u: Tagged, at: int, frames: Mapping[str, str]) -> str | None:
    """The frame of the verb that the words from `at` on fill."""
    tag, word = u.tags[at], u.words[at]
    if tag in ("Q", ":"):
        return _first(frames, "clause that hearer quote thing")
    if tag == "T":
        return _first(frames, "deed hearer")
    if tag == "S" or word in ("what", "who", "which"):
        return _first(frames, "clause that hearer thing") if word in _OPENS_CLAUSE else None
    if tag in "DPNMOKVR":
        bare = "clause that hearer thing" if _holds_verb(u, at) else "clause hearer thing"
        return _first(frames, bare)
    if word in ("having", "being"):
        return _first(frames, "thing clause")
    if tag == "I" and "thing" not in frames and "clause" in frames:
        return "clause" if word in _OPENS_PHRASE else None
    return None


def _first(frames: Mapping[str, str], wanted: str) -> str | None:
    return next((frame for frame in wanted.split() if frame in frames), None)


def _holds_verb(u: Tagged, at: int) -> bool:
    """Whether a clause without "that" begins here: "found it was", "knows Lee can"."""
    if u.tags[at] == "P":
        return True
    for i in range(at + 1, min(at + 12, len(u.tags))):
        if u.tags[i] in ",.;:QTWSC":
            return False
        if u.tags[i] == "A":
            return True
    return False


def _opens_clause(u: Tagged, at: int) -> bool:
    return at < len(u.tags) and (
        u.tags[at] == "Q" or u.words[at] in ("that", "whether", "if", "how")
    )


def _past_hearer(u: Tagged, at: int, size: int) -> int | None:
    end = object_end(u, at, size)
    if end == at:
        return None
    while end < size and (u.tags[end] == "R" or u.words[end] in grammar("en")["weekday_or_month"]):
        end += 1
    return _past_place(u, end, size)


def _past_place(u: Tagged, at: int, size: int) -> int:
    """Skip "in a statement", ", on Monday," between the verb and what is said."""
    if at >= size:
        return at
    i = at
    if u.tags[i] == "," and i + 1 < size:
        if u.tags[i + 1] == "Q" or u.words[i + 1] == "that":
            return i + 1
        i += 1
    if u.tags[i] == "Q" or u.words[i] not in _PLACED:
        return at
    for k in range(i, min(size, i + 14)):
        if u.tags[k] == "Q" and u.ends[k] - u.starts[k] > 25:
            return k
        if u.words[k] == "that" and k > i + 1:
            return k
        if u.tags[k] in ".;":
            return size if i == at else at
        if u.tags[k] == ":":
            return k
        if k > i + 1 and u.tags[k] in "PA" and u.tags[k] == "P" and u.tags[k - 1] in "NM":
            return k
        if (
            k > i
            and u.words[k] in grammar("en")["weekday_or_month"]
            and u.tags[k + 1 : k + 2] in (["D"], ["P"])
        ):
            return k + 1
    return at


def is_past(u: Tagged, group: Group) -> bool:
    """Whether the verb stands in the past, so that a second one would too."""
    word = u.words[group.head]
    return word.endswith("ed") or word in ("said", "told", "wrote")


def scope_end(u: Tagged, at: int, *, past: bool) -> int:
    """One past the last token of what is said from `at` on."""
    size = len(u.tags)
    i = at + 1
    depth = 1 if u.tags[at] == "(" else 0
    if u.tags[at] == "Q" and _whole_quote(u, at) and (i >= size or u.tags[i] not in "NIVDTA"):
        while i + 1 < size and u.tags[i] == "Q":
            i += 1
        return i
    while i < size:
        tag = u.tags[i]
        depth += (tag == "(") - (tag == ")")
        if depth < 0 or tag == ";" or (tag == "." and i + 1 == size):
            break
        if tag in ",-" and _comma_ends(u, i, past):
            break
        if tag == "C" and _new_verb(u, i, past):
            break
        if u.words[i] == "according" or (
            u.words[i] in ("while", "although", "though") and tag == "S"
        ):
            break
        i += 1
    return i


def _whole_quote(u: Tagged, at: int) -> bool:
    return u.ends[at] - u.starts[at] > 20


def _comma_ends(u: Tagged, comma: int, past: bool) -> bool:
    """Whether the writer goes on in their own voice after this comma."""
    if comma + 1 >= len(u.tags):
        return True
    word, tag = u.words[comma + 1], u.tags[comma + 1]
    if word in _TURNS or word in _SAYING_ON:
        return True
    if tag == "C":
        return _new_verb(u, comma + 1, past)
    if tag == "S" and word in ("as", "after", "since"):
        return True
    if tag in "PND" and _parenthesis(u, comma + 1):
        return True
    return False


def _parenthesis(u: Tagged, at: int) -> bool:
    """Whether "he said" or "Lee says" follows, or "the agency reported" at the end."""
    last = len(u.tags) - (u.tags[-1] == ".") - 1
    if at < last <= at + 8 and u.tags[last] == "K" and all(t in "NPDHM" for t in u.tags[at:last]):
        return True
    for k in range(at + 1, min(at + 4, len(u.tags))):
        if u.words[k] in ("said", "says", "added", "wrote", "say", "argued", "explained"):
            return all(t in "NPRH" for t in u.tags[at:k]) and (
                k + 1 == len(u.tags) or u.tags[k + 1] in ",.-"
            )
    return False


def _new_verb(u: Tagged, conjunction: int, past: bool) -> bool:
    """Whether "and", "but" begins a second verb of saying of the same speaker."""
    i = conjunction + 1
    helped = False
    while i < len(u.tags) and u.tags[i] in "RA" and i < conjunction + 4:
        helped = helped or (u.tags[i] == "A" and u.words[i] not in _MODALS)
        i += 1
    if i >= len(u.tags) or u.tags[i] != "K":
        return False
    word = u.words[i]
    if helped:
        return True
    if past:
        return word.endswith("ed") or word in ("said", "told", "wrote", "saw", "felt")
    return word.endswith("s") and u.tags[i + 1 : i + 2] not in (["I"], [","], ["."])


def content_before(u: Tagged, start: int, end: int, least: int = 3) -> tuple[int, int] | None:
    """Return the tokens of what stands before a speaker: "It is false, Lee said"."""
    first, last = start, end
    while first < last and u.tags[first] in ",;.-:)":
        first += 1
    while last > first and u.tags[last - 1] in ",;-:RC":
        last -= 1
    if last <= first:
        return None
    if last - first < least and not any(t == "Q" for t in u.tags[first:last]):
        return None
    return first, last
