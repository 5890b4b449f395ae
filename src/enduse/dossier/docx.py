"""The dossier as a Word document, for those who must comment on it or file it."""

from collections.abc import Iterable, Sequence

from enduse.dossier.citing import Citing
from enduse.dossier.fitting import MOST_CITED
from enduse.dossier.html import KINDS, in_plain_words, list_label
from enduse.dossier.said import facts
from enduse.dossier.summary import points, regimes_shown, rows
from enduse.dossier.view import Dossier, PartyPage, Tied
from enduse.dossier.word import Sheet
from enduse.model import Cited, Claim, Evidence, figure, voice_in_words


def docx(dossier: Dossier) -> bytes:
    """Render the dossier; quotations are printed with their source instead of linked."""
    title = dossier.question or "Dossier"
    sheet = Sheet(title, f"enduse {dossier.version}, {dossier.made}")
    sheet.heading(title, 0)
    sheet.line(
        f"Made {dossier.made} with enduse {dossier.version}. This is a record of what sources and "
        "lists say; it decides nothing and is no legal advice."
    )
    _left_out(sheet, dossier)
    writer = _Writer(sheet, dossier)
    writer.answer()
    for heading, told in (
        ("Who stands between", dossier.between),
        ("What parties share", dossier.shared),
        ("Ways to restricted parties", dossier.ways),
    ):
        writer.tied(heading, told)
    for kind, heading in KINDS:
        writer.findings(kind, heading)
    writer.entries()
    sheet.heading("The parties", 1)
    for page in dossier.parties:
        writer.party(page)
    if dossier.other_claims:
        sheet.heading("Also said", 1)
        writer.claims(one.claim for one in dossier.other_claims)
    writer.sources()
    return sheet.content()


def _left_out(sheet: Sheet, dossier: Dossier) -> None:
    left = dossier.left_out
    if left.claims:
        sheet.line(
            f"{len(dossier.claims()):,} claims are shown; {left.claims:,} claims and "
            f"{left.parties:,} parties are left out and stand in the case."
        )


class _Writer:
    """Writes the parts of one dossier."""

    def __init__(self, sheet: Sheet, dossier: Dossier) -> None:
        self._sheet, self._dossier = sheet, dossier
        self._where = Citing(dossier)

    def answer(self) -> None:
        sheet, dossier = self._sheet, self._dossier
        sheet.heading("The answer", 1)
        titles = ("Party", *(title for _, title in regimes_shown(dossier)))
        found = [(row.page.name, *row.cells) for row in rows(dossier)]
        if found:
            sheet.table(titles, found)
        else:
            sheet.line(
                "No entry was proposed for any party of this case, and of no party is anything "
                "known about who owns it."
            )
        for point in points(dossier):
            more = f" And {point.more:,} more." if point.more else ""
            sheet.bullet(f"{point.title}: {' '.join(point.sentences)}{more}")

    def tied(self, title: str, found: Sequence[Tied]) -> None:
        if found:
            self._sheet.heading(title, 1)
        for one in found:
            self._sheet.bullet(one.sentence)
            for hop in one.hops:
                count = "one origin alone" if hop.origins < 2 else f"{hop.origins} origins"
                self._sheet.line(f"{hop.sentence} ({'contested' if hop.contested else count}).")
            for proof in (*one.proofs, *(hop.proofs[0] for hop in one.hops if hop.proofs)):
                self._quote(proof.evidence)

    def findings(self, kind: str, title: str) -> None:
        found = self._dossier.findings(kind)
        if found:
            self._sheet.heading(title, 1)
        for one in found:
            self._sheet.bullet(one.sentence)
            self._cited("", one.supports)
            self._cited("It stands beside: ", one.opposes)
        left = self._dossier.left_out.findings.get(kind)
        if left:
            self._sheet.line(f"And {left:,} more, in the case.")

    def _cited(self, lead: str, found: Sequence[Cited]) -> None:
        for one in found[:MOST_CITED]:
            self._quote(one.evidence, f"{lead}{one.note}. " if one.note else lead)
        if len(found) > MOST_CITED:
            self._sheet.line(f"and {len(found) - MOST_CITED:,} more")

    def entries(self) -> None:
        self._sheet.heading("Which parties are on a list", 1)
        found = [
            (
                page.name,
                ", ".join(list_label(one, self._dossier) for one in entry.hit.datasets),
                entry.number,
                entry.hit.name + ("" if entry.proposed else " (like name, kept apart)"),
                "; ".join(told.text for told in entry.listings),
                f"{entry.hit.score:.2f}",
            )
            for page in self._dossier.parties
            for entry in page.entries
        ]
        if found:
            self._sheet.table(("Party", "List", "Entry", "Name there", "Measures", "Score"), found)
        else:
            self._sheet.line("No entry was proposed for any party of this case.")

    def party(self, page: PartyPage) -> None:
        self._sheet.heading(f"{page.name} ({page.schema})", 2)
        others = [one for one in page.names if one != page.name]
        if others:
            self._sheet.line(f"Also written: {' · '.join(others)}")
        for prop, values in facts(page):
            self._sheet.line(f"{in_plain_words(prop)}: {'; '.join(value for value, _ in values)}")
        for line in page.ownership:
            if line.sentence and line.held:
                told = " ".join((line.sentence, *line.notes))
                self._sheet.line(f"{line.regime}, {line.as_of}: {told}")
        own = [one.claim for one in page.claims if one.subject in (page.id, None)]
        self.claims(own)
        told_elsewhere = len(page.claims) - len(own)
        if told_elsewhere:
            self._sheet.line(f"{told_elsewhere:,} more claims name it; they stand under others.")
        if page.left_out:
            self._sheet.line(f"{page.left_out:,} claims are left out here.")

    def claims(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            self._sheet.bullet(_in_words(claim))
            self._quote(claim.evidence, _voices(claim))

    def sources(self) -> None:
        sheet = self._sheet
        sheet.heading("Lists and sources", 1)
        for one in self._dossier.lists:
            sheet.bullet(f"{one.label} ({one.dataset}), {one.entities:,} entries, {one.version}")
        sheet.line("No other list was read.")
        for document in self._dossier.documents:
            source = document.source
            told = (source.label, source.title, source.name, source.url, source.author)
            what = " · ".join(dict.fromkeys(one for one in told if one))
            sheet.bullet(f"{what} · SHA-256 {source.sha256}")
        if self._dossier.issues:
            count = len(self._dossier.issues)
            sheet.line(f"{count:,} things could not be read: enduse assess CASE --issues.")

    def _quote(self, evidence: Evidence, note: str = "") -> None:
        self._sheet.quote(evidence.quote, f"{note}{self._where(evidence)}")


def _in_words(claim: Claim) -> str:
    what = f" {claim.object.text}" if claim.object else ""
    bound = f" {claim.bound.replace('_', ' ')}" if claim.bound else ""
    number = "" if claim.value is None else f"{bound} {figure(claim.value)} {claim.unit or ''}"
    date = f", {claim.date}" if claim.date else ""
    doubts = [w for w in (claim.polarity, claim.modality) if w not in ("asserted", "fact")]
    doubt = f" [{', '.join(doubts).replace('_', ' ')}]" if doubts else ""
    words = claim.predicate.replace("_", " ")
    return f"{claim.subject.text} {words}{what}{number.rstrip()}{date}{doubt}"


def _voices(claim: Claim) -> str:
    chains = (" › ".join(voice_in_words(v.name) for v in chain) for chain in claim.attribution)
    told = "; ".join(chains)
    return f"{told} · " if told else ""
