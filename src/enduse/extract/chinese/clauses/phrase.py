"""Noun phrases of a clause: their parts, their heads, and the amount they carry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.extract.chinese.clauses.atoms import NOUNS, Atom
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["Phrase", "phrase_at"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some atoms that name one thing, or several joined by 和 or a comma of lists."""

    atoms: tuple[Atom, ...]

    @property
    def span(self) -> Span:
        """From the first to the last atom."""
        return Span(self.atoms[0].span.start, self.atoms[-1].span.end)

    @property
    def amount(self) -> Span | None:
        """The place of its first figure."""
        return next((a.span for a in self.atoms if a.kind == "amount"), None)

    @property
    def text(self) -> str:
        """Its words, without what stands between atoms."""
        return "".join(a.text for a in self.atoms)

    def parts(self) -> Iterator[tuple[Atom, ...]]:
        """What each conjunct names: its atoms without amount and, before a name, without 的."""
        for part in _conjuncts(self.atoms):
            bare = _bare(part)
            if bare:
                yield bare

    def names(self) -> list[Found]:
        """The names that are heads of its conjuncts."""
        heads = [p[-1] for p in self.parts()]
        return [a.name for a in heads if a.name is not None]


def _conjuncts(atoms: Sequence[Atom]) -> list[tuple[Atom, ...]]:
    """Split at joins; what stands before a 的 belongs to one noun ("A和B的合同")."""
    last_de = max((k for k, a in enumerate(atoms) if a.kind == "de"), default=-1)
    joined = [k for k, a in enumerate(atoms) if a.kind == "join"]
    if joined and joined[0] < last_de and not any(k > last_de for k in joined):
        if atoms[-1].kind != "name":
            return [tuple(atoms)]
    out: list[tuple[Atom, ...]] = []
    part: list[Atom] = []
    for atom in atoms:
        if atom.text in ("等", "等等", "在内"):
            break
        if atom.kind == "join":
            out.append(tuple(part))
            part = []
        else:
            part.append(atom)
    out.append(tuple(part))
    return _without_titles([p for p in out if p])


def _without_titles(parts: list[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """示例公司创始人、董事长王甲 is one person: offices before the last stand for no one else."""
    last = parts[-1][-1].name if parts else None
    if last is None or len(parts) < 2:
        return parts
    if last.schema == "Person":
        return [p for p in parts[:-1] if p[-1].kind != "attribute"] + parts[-1:]
    if len(parts) == 2 and not any(a.name for a in parts[0]) and parts[0][-1].text.endswith("商"):
        return parts[-1:]
    return parts


def _bare(part: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Without leading amounts and trailing particles; a name at the end stands alone."""
    while part and part[-1].kind in ("de", "join", "aspect", "local", "amount", "det"):
        part = part[:-1]
    for k, atom in enumerate(part[:-1]):
        if atom.text in ("名为", "叫做", "名叫", "称为", "名称为") and part[k + 1].kind == "name":
            return part[k + 1 : k + 2]
    if part and part[-1].kind == "name":
        return part[-1:]
    return _uncounted(part)


def _uncounted(part: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """山东一家独立炼厂, 这批原油: what is counted, without where it is and how many."""
    counts = [k for k, a in enumerate(part[:-1]) if a.kind == "amount"]
    before = part[: counts[0]] if counts and part[counts[0]].text[-1] not in "名位" else ()
    if before and all(a.kind == "de" or a.name and a.name.schema == "Address" for a in before):
        part = part[counts[0] :]
    while part and part[0].kind in ("amount", "de", "join", "mod"):
        part = part[1:]
    return part


def phrase_at(atoms: Sequence[Atom], k: int, *, wide: bool = False) -> tuple[Phrase | None, int]:
    """Return the phrase that begins at an atom, and the place after it.

    Args:
        atoms: Atoms of a clause.
        k: Where to begin.
        wide: Whether other verbs and adverbs may stand inside, as in the object of a verb.
    """
    taken: list[Atom] = []
    while k < len(atoms):
        atom = atoms[k]
        if atom.kind == "join" and not (taken and k + 1 < len(atoms) and _goes_on(atoms[k + 1])):
            break
        if atom.text in grammar("knows"):
            break
        if taken and atom.kind == "word" and atom.text in grammar("light"):
            break
        if atom.kind == "word" and not wide and not _inside(atoms, k):
            break
        if atom.kind not in NOUNS and atom.kind != "mod" and not _fits(atoms, k, taken, wide):
            break
        taken.append(atom)
        k += 1
    return (Phrase(tuple(taken)) if taken else None), k


def _goes_on(atom: Atom) -> bool:
    return atom.kind in NOUNS or atom.kind in ("mod",)


def _inside(atoms: Sequence[Atom], k: int) -> bool:
    """Whether a verb we do not know stands inside a noun: 交流中心, 参与的公司."""
    if k and atoms[k - 1].kind == "de":
        return True
    return k + 1 < len(atoms) and atoms[k + 1].kind in ("de", "noun", "name", "attribute")


def _fits(atoms: Sequence[Atom], k: int, taken: Sequence[Atom], wide: bool) -> bool:
    atom = atoms[k]
    if atom.kind == "time":
        return k + 1 < len(atoms) and atoms[k + 1].kind == "de"
    if atom.kind == "local":
        return bool(taken)
    if atom.kind in ("not", "adverb") and taken and taken[-1].kind in ("amount", "de", "det"):
        adjective = atom.kind == "adverb" and len(atom.text) > 1 and taken[-1].kind == "amount"
        after = atoms[k + 1] if k + 1 < len(atoms) else None
        degree = atom.text in ("更", "最", "较") and wide
        if (adjective or degree) and after is not None and after.kind in ("noun", "attribute"):
            return True
        return any(a.kind == "de" for a in atoms[k + 1 : k + 4])
    if atom.kind == "prep" and atom.text in ("对",):
        return bool(taken) and taken[-1].kind == "name" and wide
    return wide and bool(taken) and atom.kind in ("adverb", "aspect")
