"""Attributions by a model that a user has trained; takes the place of the rules."""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from enduse.errors import BadInput, NotReady
from enduse.extract.attribution import Attribution, attributions
from enduse.extract.attribution.lexicon import verb_forms
from enduse.extract.attribution.model import Speaker
from enduse.extract.attribution.voices import chains_of, kind_of
from enduse.extract.segment import Span
from enduse.extract.train.brat import ROLES
from enduse.extract.train.features import Row, rows
from enduse.extract.train.learn import MODEL_FORMAT

__all__ = ["TrainedTagger", "load"]

# A cue of the rules that the model thinks this likely stands, though it marks none itself;
# chosen on training texts set aside.
_LIKELY = 0.05


@dataclass(frozen=True, slots=True)
class _Marked:
    """The spans that the model marks in one sentence."""

    cues: list[Span]
    sources: list[Span]
    contents: list[Span]


@dataclass(frozen=True, slots=True)
class TrainedTagger:
    """A user's model; its `attributions` is called as that of the rules is.

    Attributes:
        taggers: One for each role.
        weights: Their weights, which crfsuite reads where they lie and does not copy.
    """

    taggers: Mapping[str, Any]
    weights: Mapping[str, bytes] = field(repr=False)

    def attributions(
        self, text: str, sentences: Sequence[Span], language: str
    ) -> tuple[Attribution, ...]:
        """Return who says what; languages other than English are left to the rules."""
        if language != "en":
            return attributions(text, sentences, language)
        found: list[Attribution] = []
        for row, by_rules in rows(text, sentences):
            marked = self._marked(row)
            if not marked.cues and found and _goes_on(text, found[-1], marked):
                content = (*found[-1].content, *marked.contents)
                found[-1] = replace(found[-1], content=content)
            found.extend(_linked(text, marked, by_rules))
            found.extend(self._likely(row, marked, by_rules))
        return tuple(_nested(sorted(found, key=lambda each: each.cue[0])))

    def _likely(
        self, row: Row, marked: _Marked, by_rules: Sequence[Attribution]
    ) -> Iterator[Attribution]:
        """What the rules find and the model does not mark, but holds for likely."""
        missed = [r for r in by_rules if not any(r.cue[0].overlaps(cue) for cue in marked.cues)]
        if not missed or "O" not in self.taggers["Cue"].labels():
            return
        self.taggers["Cue"].set(row.features)
        for each in missed:
            places = (
                i for i, at in enumerate(row.starts) if each.cue[0].start <= at < each.cue[0].end
            )
            if any(self.taggers["Cue"].marginal("O", i) < 1 - _LIKELY for i in places):
                yield each

    def _marked(self, row: Row) -> _Marked:
        spans = []
        for role in ROLES:
            tagger = self.taggers[role]
            tagger.set(row.features)
            spans.append(list(_spans(row, tagger.tag())))
        return _Marked(*spans)


def load(model_path: Path) -> TrainedTagger:
    """Load a model that `train` wrote.

    Raises:
        BadInput: The file is no such model, or of another format.
        NotReady: python-crfsuite is not installed.
    """
    try:
        import pycrfsuite
    except ImportError as error:
        raise NotReady(
            "A trained model needs python-crfsuite.",
            hint="Install it: pip install 'enduse[train]'.",
        ) from error
    weights = _weights(model_path)
    taggers = {role: pycrfsuite.Tagger() for role in ROLES}
    for role in ROLES:
        taggers[role].open_inmemory(weights[role])
    return TrainedTagger(taggers, weights)


def _weights(model_path: Path) -> dict[str, bytes]:
    """The weights of each role, whole: crfsuite trusts what it is given."""
    try:
        with zipfile.ZipFile(model_path) as file:
            meta = json.loads(file.read("model.json"))
            if meta.get("format") != MODEL_FORMAT:
                raise BadInput(
                    f"{model_path} has model format {meta.get('format')}.",
                    hint="Train it again with this version.",
                )
            weights = {role: file.read(role) for role in ROLES}
    except (OSError, KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise BadInput(
            f"{model_path} is no model of attributions.", hint="Make one: enduse train FOLDER."
        ) from error
    if any(sha256(weights[role]).hexdigest() != meta["sha256"].get(role) for role in ROLES):
        raise BadInput(f"{model_path} is damaged.", hint="Train it again.")
    return weights


def _spans(row: Row, letters: Sequence[str]) -> Iterator[Span]:
    start: int | None = None
    for i, letter in enumerate(letters):
        if start is not None and letter != "I":
            yield Span(row.starts[start], row.ends[i - 1])
            start = None
        if letter == "B" or (letter == "I" and start is None):
            start = i
    if start is not None:
        yield Span(row.starts[start], row.ends[-1])


def _goes_on(text: str, last: Attribution, marked: _Marked) -> bool:
    """Whether a sentence without a cue goes on with what was said before it."""
    if not marked.contents or not last.content:
        return False
    end = max(last.content[-1].end, last.cue[-1].end)
    return "\n\n\n" not in text[end : marked.contents[0].start]


def _linked(text: str, marked: _Marked, by_rules: Sequence[Attribution]) -> Iterator[Attribution]:
    """Join each cue with its source and contents: as the rules do, else the nearest."""
    if not marked.cues:
        return
    sources = _nearest(marked.cues, marked.sources)
    contents = _nearest(marked.cues, marked.contents)
    for index, cue in enumerate(marked.cues):
        rule = next((r for r in by_rules if r.cue[0].overlaps(cue)), None)
        source = sources[index][0] if sources[index] else None
        if source is None and rule is not None and rule.source is not None:
            meant = (s for s in marked.sources if s.overlaps(rule.source))
            source = next(meant, rule.source)
        verb, implies = _meaning(text, cue, rule)
        kind, chains = "unspecified", ((Speaker("", "unspecified", None),),)
        if source is not None:
            kind = kind_of(text[source.start : source.end], "en")
            chains = chains_of(text, source, None, "en")  # type: ignore[assignment]
        yield Attribution(
            cue=(cue,),
            source=source,
            content=_with_rule(contents[index], rule, marked.contents),
            kind=kind,
            implies=implies,
            verb=verb,
            chains=chains,
            negated=rule.negated if rule is not None else False,
        )


def _with_rule(
    given: list[Span], rule: Attribution | None, marked: Sequence[Span]
) -> tuple[Span, ...]:
    """The contents of a cue; where the model marks none there, what the rules found."""
    if rule is not None:
        free = [c for c in rule.content if not any(c.overlaps(m) for m in marked)]
        shared = [] if given else [m for m in marked for c in rule.content if c.overlaps(m)]
        given = [*given, *free, *shared]
    return tuple(sorted(set(given)))


def _meaning(text: str, cue: Span, rule: Attribution | None) -> tuple[str, str]:
    if rule is not None:
        return rule.verb, rule.implies
    for word in text[cue.start : cue.end].lower().split():
        form = verb_forms().get(word)
        if form is not None and form.alone is not None:
            return form.alone.lemma, next(iter(form.alone.frames.values()))
    return text[cue.start : cue.end].lower(), "states"


def _nearest(cues: Sequence[Span], spans: Sequence[Span]) -> list[list[Span]]:
    """Give each span to the cue that is nearest to it."""
    given: list[list[Span]] = [[] for _ in cues]
    for span in spans:
        gaps = [max(cue.start - span.end, span.start - cue.end, 0) for cue in cues]
        given[gaps.index(min(gaps))].append(span)
    return given


def _nested(found: Sequence[Attribution]) -> Iterator[Attribution]:
    for index, each in enumerate(found):
        outer = [
            other
            for other in range(max(0, index - 12), min(len(found), index + 13))
            if other != index and any(each.cue[0].within(c) for c in found[other].content)
        ]
        yield replace(each, inside=outer[0]) if outer else each
