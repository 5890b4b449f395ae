"""The finder of Chinese mentions, where the extractor looks for it."""

from enduse.extract.chinese.mentions.find import find

__all__ = ["find"]
