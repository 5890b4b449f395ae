"""What two parties named in a sentence have to do with each other, on StoryWeb's training part.

The pair is given, the relation is to be told among eleven. Features: the words of the sentence
with the pair marked, what our rules say of both names and of the sentence. Learner: logistic
regression, fitted anew for each of five folds.
"""

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.text.logistic import Features, Model, fit
from enduse.extract.english.finder import find
from enduse.extract.english.relations import relations
from enduse.extract.english.words.lexicon import countries
from enduse.extract.mentions.found import Found
from enduse.extract.reading import Reading
from enduse.extract.segment import Span, sentences

FOLDS, SEED = 5, 20261125
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the data: a sentence, two names in it, and what is between them."""

    sentence: str
    source: str
    target: str
    relation: str


def pairs(path: Path) -> list[Pair]:
    """All rows, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(r["sentence"], r["src_label"], r["tgt_label"], r["link_type"])
            for r in csv.DictReader(file)
        ]


def features(pair: Pair, with_names: bool = True) -> list[str]:
    """What tells of a pair, as names that are there or not.

    Args:
        pair: The row.
        with_names: Whether who the two are may tell. One pair has one relation wherever it
            stands, so that names let the learner remember instead of read.
    """
    text = pair.sentence
    first, second = _place(text, pair.source), _place(text, pair.target)
    turned = first.start > second.start
    left, right = (second, first) if turned else (first, second)
    order = "<" if turned else ">"
    between = _words(text[left.end : right.start])
    before, after = _words(text[: left.start])[-_NEAR:], _words(text[right.end :])[:_NEAR]
    found = ["bias", f"order={order}", f"gap={min(len(between), 30) // 3}"]
    found += _grams("between", between, order) if len(between) < 40 else []
    found += [f"before={w}" for w in before] + [f"after={w}" for w in after]
    found += [f"last={order}{' '.join(before[-2:])}", f"next={order}{' '.join(after[:2])}"]
    ends = sorted((first, second))
    rest = text[: ends[0].start] + text[ends[0].end : ends[1].start] + text[ends[1].end :]
    found += [f"word={w}" for w in set(_words(rest))]
    found += list(_by_rules(pair, first, second, order))
    if with_names:
        for n, name in enumerate((pair.source, pair.target)):
            found += [f"name{n}={name.casefold()}", *(f"part{n}={w}" for w in _words(name))]
    return found


def _place(text: str, name: str) -> Span:
    at = text.find(name)
    at = at if at >= 0 else text.casefold().find(name.casefold())
    return Span(max(at, 0), max(at, 0) + len(name))


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _grams(where: str, words: Sequence[str], order: str) -> Iterator[str]:
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            gram = " ".join(words[at : at + size])
            yield f"{where}={gram}"
            if size < 3:
                yield f"{where}{order}{gram}"
    if len(words) < 6:
        yield f"whole{order}{' '.join(words)}"


def _by_rules(pair: Pair, first: Span, second: Span, order: str) -> Iterator[str]:
    """What the rules make of both names: their kinds, and the relations they find."""
    text = pair.sentence
    cut = sentences(text, "en")
    mentions = find(text, cut, {})
    kinds = [_kind(name, span, mentions) for name, span in _both(pair, first, second)]
    yield f"kinds={kinds[0]}{order}{kinds[1]}"
    yield from (f"kind{n}={kind}" for n, kind in enumerate(kinds))
    spans = {0: first, 1: second}
    for relation in relations(Reading(text, "en", cut, mentions)):
        ends = [relation.subject.span, relation.object.span if relation.object else None]
        met = [
            next((str(n) for n, s in spans.items() if end and end.overlaps(s)), "-") for end in ends
        ]
        if met != ["-", "-"]:
            yield f"rule={relation.predicate}:{''.join(met)}"


def _both(pair: Pair, first: Span, second: Span) -> list[tuple[str, Span]]:
    return [(pair.source, first), (pair.target, second)]


def _kind(name: str, span: Span, mentions: Sequence[Found]) -> str:
    if name in countries():
        return "Country"
    over = [m for m in mentions if m.span.overlaps(span) and m.kind in ("name", "alias")]
    return over[0].schema if over else "none"


def folds(rows: Sequence[Pair], key: Callable[[Pair], object]) -> NDArray[np.int_]:
    """The fold of each row: rows of one key together, each relation spread evenly."""
    drawn = random.Random(SEED)
    groups: dict[object, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        groups[key(row)].append(number)
    by_relation: dict[str, list[list[int]]] = defaultdict(list)
    for members in groups.values():
        by_relation[rows[members[0]].relation].append(members)
    result = np.zeros(len(rows), dtype=np.int_)
    turn = 0
    for _, waiting in sorted(by_relation.items()):
        drawn.shuffle(waiting)
        for members in waiting:
            result[members] = turn % FOLDS
            turn += 1
    return result


def score(root: Path) -> dict[str, object]:
    """Accuracy and macro F1 over all rows, each told by the model that has not seen its fold."""
    rows = pairs(root / "tagged_sentences_train.csv")
    truth = [row.relation for row in rows]
    common, most = Counter(truth).most_common(1)[0]
    with_names = Features.of([features(row) for row in rows])
    words_only = Features.of([features(row, with_names=False) for row in rows])
    each = folds(rows, lambda row: id(row))
    by_sentence = folds(rows, lambda row: row.sentence)
    by_pair = folds(rows, lambda row: frozenset((row.source, row.target)))
    return {
        "pairs": len(rows),
        "majority": common,
        "majority_accuracy": round(100 * most / len(rows), 1),
        "five_folds": _measured(with_names, truth, each),
        "five_folds_names_hidden": _measured(words_only, truth, each),
        "five_folds_no_sentence_in_two": _measured(with_names, truth, by_sentence),
        "five_folds_no_pair_in_two_names_hidden": _measured(words_only, truth, by_pair),
    }


def _measured(table: Features, truth: Sequence[str], fold: NDArray[np.int_]) -> dict[str, object]:
    names = np.array(truth)
    told = np.array([""] * len(names), dtype=names.dtype)
    for number in range(FOLDS):
        seen = np.flatnonzero(fold != number)
        model: Model = fit(table.rows(seen), [truth[int(i)] for i in seen])
        asked = np.flatnonzero(fold == number)
        told[asked] = model.tell(table.rows(asked))
    by_relation = {name: _f1(names == name, told == name) for name in sorted(set(truth))}
    return {
        "accuracy": round(100 * float(np.mean(names == told)), 1),
        "macro_f1": round(sum(by_relation.values()) / len(by_relation), 3),
        "f1": {name: round(value, 3) for name, value in by_relation.items()},
    }


def _f1(true: NDArray[np.bool_], told: NDArray[np.bool_]) -> float:
    both = int(np.sum(true & told))
    total = int(np.sum(true)) + int(np.sum(told))
    return 2 * both / total if total else 0.0
