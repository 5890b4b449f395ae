"""Index of names: retrieval with a proven bound, score, explanation."""

from enduse.matching.asked import Question
from enduse.matching.build import FORMER, STRONG, WEAK, ListedName
from enduse.matching.engine import Found, NameIndex
from enduse.matching.fingerprint import fingerprint
from enduse.matching.jit import kept, use_compiled
from enduse.matching.pairing import how_paired, word_kind

__all__ = [
    "FORMER",
    "STRONG",
    "WEAK",
    "Found",
    "ListedName",
    "NameIndex",
    "Question",
    "fingerprint",
    "how_paired",
    "kept",
    "use_compiled",
    "word_kind",
]
