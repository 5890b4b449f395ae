"""Findings: corroborate, contradict, weigh, list the gaps. No I/O."""

from enduse.assess.conflicts import conflicts
from enduse.assess.denials import denials
from enduse.assess.gaps import gaps
from enduse.assess.origins import credits_of, origins_of
from enduse.assess.propositions import corroborated
from enduse.assess.said import Said

__all__ = ["Said", "conflicts", "corroborated", "credits_of", "denials", "gaps", "origins_of"]
