"""Names and identifiers as they are written, taken apart into forms that can be compared."""

from enduse.names.analyse import Name, Sort, analyse, is_stopword, readings, split_words
from enduse.names.fold import fold
from enduse.names.identifiers import kind_of_identifier, normalised_identifier
from enduse.names.keys import (
    all_sounds,
    key,
    keys,
    learn_keys,
    other_key,
    other_keys,
    skeleton,
    skeletons,
    skeletons_of_sounds,
    sounds,
)
from enduse.names.many import BREAK, split_many
from enduse.names.variants import common_words, given_names, legal_words, nicknames, same_sound
from enduse.names.words import Kind, Token, tokens_of_word

__all__ = [
    "BREAK",
    "Kind",
    "Name",
    "Sort",
    "Token",
    "all_sounds",
    "analyse",
    "common_words",
    "fold",
    "given_names",
    "is_stopword",
    "key",
    "keys",
    "kind_of_identifier",
    "learn_keys",
    "legal_words",
    "nicknames",
    "normalised_identifier",
    "other_key",
    "other_keys",
    "readings",
    "same_sound",
    "skeleton",
    "skeletons",
    "skeletons_of_sounds",
    "sounds",
    "split_many",
    "split_words",
    "tokens_of_word",
]
