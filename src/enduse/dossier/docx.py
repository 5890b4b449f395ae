"""The dossier as a Word document, for those who must comment on it or file it."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Word

from enduse.dossier.citing import where
from enduse.dossier.html import KINDS
from enduse.dossier.summary import points, regimes_shown, rows
from enduse.dossier.view import Dossier, PartyPage, Tied
from enduse.model import Cited, shown


def docx(dossier: Dossier) -> bytes:
    """Render the dossier; quotations are printed with their source instead of linked."""
    word = Document()
    word.core_properties.title = shown(dossier.question) or "Dossier"
    _heading(word, dossier.question or "Dossier", 0)
    _line(word, f"Made {dossier.made} with enduse {dossier.version}. It decides nothing.")
    _answer(word, dossier)
    for title, told in (
        ("Who stands between", dossier.between),
        ("What parties share", dossier.shared),
        ("Ways to restricted parties", dossier.ways),
    ):
        _tied(word, title, told, dossier)
    for kind, title in KINDS:
        if dossier.findings(kind):
            _heading(word, title, 1)
        for one in dossier.findings(kind):
            _line(word, one.sentence, style="List Bullet")
            for cited in (*one.supports, *one.opposes):
                _quote(word, cited, dossier)
    _lists(word, dossier)
    _heading(word, "The parties", 1)
    for page in dossier.parties:
        _party(word, page, dossier)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _answer(word: Word, dossier: Dossier) -> None:
    _heading(word, "The answer", 1)
    regimes = regimes_shown(dossier)
    titles = ("Party", *(title for _, title in regimes))
    table = word.add_table(rows=1, cols=len(titles))
    for cell, title in zip(table.rows[0].cells, titles, strict=True):
        cell.text = shown(title)
    for row in rows(dossier):
        values = (row.page.name, *row.cells)
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = shown(value)
    for point in points(dossier):
        more = f" And {point.more} more." if point.more else ""
        _line(word, f"{point.title}: {' '.join(point.sentences)}{more}", style="List Bullet")


def _tied(word: Word, title: str, found: Sequence[Tied], dossier: Dossier) -> None:
    if found:
        _heading(word, title, 1)
    for one in found:
        _line(word, one.sentence, style="List Bullet")
        for hop in one.hops:
            support = "contested" if hop.contested else f"{hop.origins} origins"
            _line(word, f"{hop.sentence} ({support}).")
        for proof in (*one.proofs, *(hop.proofs[0] for hop in one.hops if hop.proofs)):
            place = where(proof.evidence, dossier.sources)
            _line(word, f"“{proof.evidence.quote}” {place}", style="Intense Quote")


def _lists(word: Word, dossier: Dossier) -> None:
    _heading(word, "Which parties are on a list", 1)
    table = word.add_table(rows=1, cols=5)
    for cell, title in zip(
        table.rows[0].cells, ("Party", "List", "Entry", "Name there", "Score"), strict=True
    ):
        cell.text = shown(title)
    for page in dossier.parties:
        for entry in page.entries:
            apart = "" if entry.proposed else " (like name, kept apart)"
            values = (
                page.name,
                ", ".join(entry.hit.datasets),
                entry.number,
                entry.hit.name + apart,
                f"{entry.hit.score:.2f}",
            )
            for cell, value in zip(table.add_row().cells, values, strict=True):
                cell.text = shown(value)


def _party(word: Word, page: PartyPage, dossier: Dossier) -> None:
    _heading(word, f"{page.name} ({page.schema})", 2)
    for line in page.ownership:
        if line.sentence:
            told = " ".join((line.sentence, *line.notes))
            _line(word, f"{line.regime}, {line.as_of}: {told}")
    for one in page.claims:
        claim = one.claim
        what = f" {claim.object.text}" if claim.object else ""
        number = "" if claim.value is None else f" {claim.value:g} {claim.unit or ''}"
        doubts = [w for w in (claim.polarity, claim.modality) if w not in ("asserted", "fact")]
        doubt = f" [{', '.join(doubts)}]" if doubts else ""
        _line(
            word,
            f"{claim.subject.text} {claim.predicate.replace('_', ' ')}{what}{number}{doubt}",
            style="List Bullet",
        )
        _quote(word, one.cited(), dossier)


def _quote(word: Word, cited: Cited, dossier: Dossier) -> None:
    place = where(cited.evidence, dossier.sources)
    note = f"{cited.note}. " if cited.note else ""
    _line(word, f"“{cited.evidence.quote}” {note}{place}", style="Intense Quote")


def _heading(word: Word, text: str, level: int) -> None:
    word.add_heading(shown(text), level)


def _line(word: Word, text: str, style: str | None = None) -> None:
    word.add_paragraph(shown(text), style)
