"""What words are worth, one by one and many at once."""

import numpy as np
import pytest

from enduse.matching.listed.weights import token_weight, token_weights
from enduse.names import Kind, Token


def test_weights_of_many_tokens_are_those_of_each() -> None:
    tokens = [("kupol", Kind.WORD), ("trading", Kind.WORD), ("ivan", Kind.WORD), ("i", Kind.LETTER),
              ("al", Kind.PARTICLE), ("558", Kind.NUMBER), ("limited", Kind.WORD)]  # fmt: skip
    for entities in (5, 400_000):
        having = np.array([1, 9000, 30_000, 7, 3, 0, 12])
        each = [token_weight(Token(text, kind, ""), int(n), entities)
                for (text, kind), n in zip(tokens, having, strict=True)]  # fmt: skip
        many = token_weights([(text, int(kind)) for text, kind in tokens], having, entities)
        assert many.tolist() == pytest.approx(each, abs=1e-6)
