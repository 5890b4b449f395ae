"""Index of names: retrieval with a proven bound, score, explanation."""

from enduse.matching.asked import Question
from enduse.matching.build import FORMER, STRONG, WEAK, ListedName
from enduse.matching.engine import Found, NameIndex

__all__ = ["FORMER", "STRONG", "WEAK", "Found", "ListedName", "NameIndex", "Question"]
