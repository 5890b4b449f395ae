"""Russian sentences cut into phrases and clauses by the forms of their words."""

from enduse.extract.russian.clauses.clause import Clause, clauses
from enduse.extract.russian.clauses.phrase import Phrase
from enduse.extract.russian.clauses.phrases import phrases
from enduse.extract.russian.clauses.pronouns import resolve
from enduse.extract.russian.clauses.tokens import Token, tokens
from enduse.extract.russian.clauses.words import words

__all__ = ["Clause", "Phrase", "Token", "clauses", "phrases", "resolve", "tokens", "words"]
