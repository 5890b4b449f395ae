"""What Russian clauses tell beside the tables: other names, times, plans, purposes, opinions."""

from enduse.extract.russian.frames.facts.naming import of_guise, of_title
from enduse.extract.russian.frames.facts.opinions import opined, opinion_from
from enduse.extract.russian.frames.facts.sayings import confirmed_clause, enabled, planned
from enduse.extract.russian.frames.facts.timeline import of_timeline

__all__ = [
    "confirmed_clause",
    "enabled",
    "of_guise",
    "of_timeline",
    "of_title",
    "opined",
    "opinion_from",
    "planned",
]
