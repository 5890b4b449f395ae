"""What the assessment says, with what speaks for it and against it."""

from dataclasses import dataclass

from enduse.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Cited:
    """Evidence under a finding, with the claim or statement it belongs to.

    Attributes:
        ref: Id of the claim or statement.
        evidence: The words.
        note: Who says so and how firmly, in a few words.
    """

    ref: str
    evidence: Evidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of the assessment.

    Attributes:
        id: Stable: derived from kind, parties and evidence.
        kind: hit, ownership, conflict, denial, corroboration, gap...
        parties: Ids of the parties it is about.
        sentence: What is found, in our words; never "cleared" or "compliant".
        supports: Evidence for it.
        opposes: Evidence against it.
        basis: Legal text or method it rests on, with its date.
    """

    id: str
    kind: str
    parties: tuple[str, ...]
    sentence: str
    supports: tuple[Cited, ...] = ()
    opposes: tuple[Cited, ...] = ()
    basis: str = ""
