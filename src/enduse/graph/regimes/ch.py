"""Switzerland: more than half, added up, and control that can be rebutted.

Basis: SECO interpretive guidance, May to August 2024 (two secondary sources): more than 50
percent, directly or indirectly, holdings added up; control criteria are rebuttable. A version of
16 January 2025 exists and was not read.
"""

from enduse.graph.regime import Regime
from enduse.graph.regimes.eu import REGIME as EU

REGIME = Regime(
    code="CH",
    together=True,
    terms=EU.terms,
    reasons=EU.reasons,
    cautions=EU.cautions,
)
