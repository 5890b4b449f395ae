"""Annotated attributions from a folder of brat files: `.txt` beside `.ann`, or in two folders."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from enduse.errors import BadInput
from enduse.sources.decoding import decoded

ROLES = ("Cue", "Source", "Content")
Pieces = tuple[tuple[int, int], ...]
_SPAN = re.compile(r"^(T\d+)\t\w+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)", re.MULTILINE)
_WORDS = re.compile(r"^(T\d+)\t\w+ (\d+ \d+(?:;\d+ \d+)*)\t(.*)$", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)
_EVENT_ARGUMENT = re.compile(r"(\w+?)\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One attribution as a person marked it: the pieces of its cue, sources and contents."""

    cue: tuple[Pieces, ...] = ()
    source: tuple[Pieces, ...] = ()
    content: tuple[Pieces, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text and its attributions; `name` is the stem of the annotation file."""

    name: str
    text: str
    attributions: tuple[Annotated, ...]


def annotated_texts(folder: Path) -> Iterator[AnnotatedText]:
    """Read every annotated text below a folder, in the order of the annotation files.

    An annotation `a_1f.ann` belongs to `a_1f.txt` or, where annotators are told apart by an
    ending, to `a.txt`; several annotations of one text give several texts.

    Args:
        folder: Holds `.txt` and `.ann` files, at any depth.

    Raises:
        BadInput: There is no annotation in the folder, one without its text, or one that does
            not fit its text.
    """
    texts = {path.stem: path for path in sorted(folder.rglob("*.txt"))}
    annotations = sorted(folder.rglob("*.ann"))
    if not annotations:
        raise BadInput(f"{folder} holds no .ann file.", hint="Give a folder of brat annotations.")
    for path in annotations:
        stem = path.stem if path.stem in texts else path.stem.rpartition("_")[0]
        if stem not in texts:
            raise BadInput(f"{path.name} has no text beside it.", hint=f"Add {path.stem}.txt.")
        # Not read as text files: that would take line ends together and move every place.
        text, annotation = (decoded(one.read_bytes())[0] for one in (texts[stem], path))
        _check_places(path.name, annotation, text)
        yield AnnotatedText(path.stem, text, read_annotation(annotation))


def _check_places(name: str, annotation: str, text: str) -> None:
    """Refuse an annotation that was made for another text, or for another form of this one."""
    marked = _WORDS.findall(annotation)
    odd = [key for key, places, words in marked if not _stands(places, words, text)]
    if 10 * len(odd) > len(marked):
        raise BadInput(
            f"{name}: {len(odd)} of {len(marked)} marked stretches are not the words of the text "
            f"at their place, first {odd[0]}.",
            hint="Put the text beside it that was annotated, unchanged, with its line ends.",
        )


def _stands(places: str, words: str, text: str) -> bool:
    pieces = [_piece(place) for place in places.split(";")]
    if any(not start < end <= len(text) for start, end in pieces):
        return False
    there = "".join(text[start:end] for start, end in pieces)
    return "".join(there.split()) == "".join(words.split())


def read_annotation(annotation: str) -> tuple[Annotated, ...]:
    r"""Read the attributions of one `.ann` file, ordered by their cue.

    Example:
        >>> spans = "T1\tCue 4 8\tsaid\nT2\tSource 0 3\tAnn\n"
        >>> read_annotation(spans + "E1\tA:T9 Cue:T1 Source:T2")
        (Annotated(cue=(((4, 8),),), source=(((0, 3),),), content=()),)
    """
    spans = {
        key: tuple(sorted(_piece(place) for place in places.split(";")))
        for key, places in _SPAN.findall(annotation)
    }
    events: list[Annotated] = []
    for arguments in _EVENT.findall(annotation):
        roles: dict[str, list[Pieces]] = {role: [] for role in ROLES}
        for role, span in _EVENT_ARGUMENT.findall(arguments):
            if role in roles and span in spans:
                roles[role].append(spans[span])
        events.append(Annotated(*(tuple(roles[role]) for role in ROLES)))
    return tuple(sorted(events, key=lambda event: (event.cue, event.content)))


def _piece(place: str) -> tuple[int, int]:
    start, end = place.split()
    return int(start), int(end)
