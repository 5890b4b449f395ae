"""Candidates, judgements, clusters: which records are the same party, decided by people."""

from enduse.resolve.candidates import Proposal, best_per_record, proposals
from enduse.resolve.compare import Comparison, Ground, compare
from enduse.resolve.decisions import Decisions
from enduse.resolve.mixture import Mixture, apply_splits, mixtures, split, split_judgement
from enduse.resolve.queue import Queue
from enduse.resolve.reading import records_from_statements
from enduse.resolve.record import Identifier, Record, identifiers_of, record_from_ftm

__all__ = [
    "Comparison",
    "Decisions",
    "Ground",
    "Identifier",
    "Mixture",
    "Proposal",
    "Queue",
    "Record",
    "apply_splits",
    "best_per_record",
    "compare",
    "identifiers_of",
    "mixtures",
    "proposals",
    "record_from_ftm",
    "records_from_statements",
    "split",
    "split_judgement",
]
