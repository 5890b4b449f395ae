"""Numbers that are sums of money though no currency stands with them."""

from enduse.extract.russian.clauses import Phrase, words

__all__ = ["is_sum"]


def is_sum(phrase: Phrase) -> bool:
    """Whether a number without a unit is so round that it is of money: «90 тысяч», «450 млн»."""
    return not phrase.unit and phrase.head.mention is None and phrase.lemma in words("sums")
