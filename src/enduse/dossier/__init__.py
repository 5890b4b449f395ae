"""What the analyst hands over: findings with every citation."""

from enduse.dossier.view import (
    Dossier,
    Hop,
    LeftOut,
    ListEntry,
    ListRead,
    OwnershipLine,
    PartyPage,
    Proof,
    Record,
    SourceText,
    Tied,
    Told,
)
from enduse.dossier.write import write

__all__ = [
    "Dossier",
    "Hop",
    "LeftOut",
    "ListEntry",
    "ListRead",
    "OwnershipLine",
    "PartyPage",
    "Proof",
    "Record",
    "SourceText",
    "Tied",
    "Told",
    "write",
]
