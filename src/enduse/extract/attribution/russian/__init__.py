"""Attributions of Russian text: verbs of saying, «по данным», papers, «об этом сообщил»."""

from enduse.extract.attribution.russian.finder import find_russian

__all__ = ["find_russian"]
