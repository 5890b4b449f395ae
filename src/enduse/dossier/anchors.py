"""Names of the places inside a dossier to which its sentences point."""

import re

from enduse.assess import Said
from enduse.model import Cited, Evidence


def quotation_anchor(cited: Cited | Said) -> str:
    """Id of the element that opens a quotation in its source."""
    return f"q-{cited.ref if isinstance(cited, Cited) else cited.claim.id}"


def record_anchor(evidence: Evidence) -> str:
    """Id of the element that shows the row a value stands in."""
    place = evidence.locator
    return f"r-{place.source[:8]}-{re.sub(r'[^A-Za-z0-9]+', '-', place.part)}"
