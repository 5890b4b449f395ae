"""Index of names: retrieval with a proven bound, score, explanation."""

from enduse.matching.arrays import Letters, narrow
from enduse.matching.asked.question import Question
from enduse.matching.engine import Found, NameIndex
from enduse.matching.fingerprint import fingerprint
from enduse.matching.hashtable import HashTable
from enduse.matching.jit import kept, note_kept, use_compiled
from enduse.matching.listed.gather import FORMER, STRONG, WEAK, Gathered, ListedName, gather
from enduse.matching.search.pairing import how_paired, word_kind

__all__ = [
    "FORMER",
    "STRONG",
    "WEAK",
    "Found",
    "Gathered",
    "HashTable",
    "Letters",
    "ListedName",
    "NameIndex",
    "Question",
    "fingerprint",
    "gather",
    "how_paired",
    "kept",
    "narrow",
    "note_kept",
    "use_compiled",
    "word_kind",
]
