"""Train a tagger of attributions on texts that a user has annotated."""

import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from enduse.errors import BadInput, NotReady
from enduse.extract.segment import sentences
from enduse.extract.train.brat import ROLES, AnnotatedText, Pieces, annotated_texts
from enduse.extract.train.features import Row, rows

__all__ = ["MODEL_FORMAT", "Trained", "train"]

MODEL_FORMAT = 1
_FEWEST_TEXTS = 5
# L-BFGS with a little of both penalties; more iterations gained nothing on texts set aside.
_PARAMETERS = {
    "c1": 0.1,
    "c2": 0.05,
    "max_iterations": 80,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}


@dataclass(frozen=True, slots=True)
class Trained:
    """What training did: how many texts and attributions it saw, and where the model lies."""

    texts: int
    attributions: int
    model: Path


def train(folder: Path, model_path: Path) -> Trained:
    """Train on a folder of brat annotations and write one model file.

    One text annotated by several people counts once, as the first of them marked it. The
    model holds weights learnt from the user's texts and stays on the user's machine.

    Args:
        folder: Holds `.txt` and `.ann` files with Cue, Source, Content and their events.
        model_path: The file to write; replaced only when training has ended.

    Raises:
        BadInput: The folder holds fewer than five annotated texts, none with an attribution, or
            an annotation that does not fit its text.
        NotReady: python-crfsuite is not installed.
    """
    texts = list(_one_of_each(annotated_texts(folder)))
    if len(texts) < _FEWEST_TEXTS:
        raise BadInput(
            f"{folder} holds {len(texts)} annotated texts.",
            hint=f"Training needs at least {_FEWEST_TEXTS}.",
        )
    if not any(one.cue for text in texts for one in text.attributions):
        raise BadInput(
            f"The annotations in {folder} hold no attribution.",
            hint="Join each Cue with its Source and Content by an event (a line E1 ...).",
        )
    with tempfile.TemporaryDirectory() as scratch:
        weights = {role: _learn(texts, role, Path(scratch) / role) for role in ROLES}
    digests = {role: sha256(learnt).hexdigest() for role, learnt in weights.items()}
    meta = {"format": MODEL_FORMAT, "language": "en", "texts": len(texts), "sha256": digests}
    unfinished = model_path.with_name(model_path.name + ".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("model.json", json.dumps(meta))
        for role, learnt in weights.items():
            file.writestr(role, learnt)
    unfinished.replace(model_path)
    return Trained(len(texts), sum(len(text.attributions) for text in texts), model_path)


def _one_of_each(texts: Iterable[AnnotatedText]) -> Iterator[AnnotatedText]:
    seen: set[str] = set()
    for text in texts:
        if text.text not in seen:
            seen.add(text.text)
            yield text


def _learn(texts: Iterable[AnnotatedText], role: str, scratch: Path) -> bytes:
    """The weights of one role; roles overlap, so that each has a tagger of its own."""
    try:
        import pycrfsuite
    except ImportError as error:
        raise NotReady(
            "Training needs python-crfsuite.", hint="Install it: pip install 'enduse[train]'."
        ) from error
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for text in texts:
        spans = [p for a in text.attributions for p in getattr(a, role.lower())]
        for row, _ in rows(text.text, sentences(text.text, "en")):
            trainer.append(row.features, labels(row, spans))
    trainer.train(str(scratch))
    return scratch.read_bytes()


def labels(row: Row, spans: Iterable[Pieces]) -> list[str]:
    """Return B, I or O for each word; where spans overlap, the longest one stands.

    Example:
        >>> labels(Row([0, 4, 9], [3, 8, 12], []), [((0, 8),)])
        ['B', 'I', 'O']
    """
    marked = ["O"] * len(row.starts)
    pieces = {piece for pieces in spans for piece in pieces}
    first, last = row.starts[0], row.ends[-1]
    for start, end in sorted(pieces, key=lambda piece: piece[0] - piece[1], reverse=True):
        if end <= first or start >= last:
            continue
        inside = [i for i, at in enumerate(row.starts) if start <= at < end]
        for i in inside:
            marked[i] = "I"
        if inside:
            marked[inside[0]] = "B"
    return marked
