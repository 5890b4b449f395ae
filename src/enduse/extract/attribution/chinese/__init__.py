"""Attribution in Chinese: cues, sources and contents."""

from enduse.extract.attribution.chinese.finder import find_chinese

__all__ = ["find_chinese"]
