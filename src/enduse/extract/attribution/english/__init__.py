"""Attribution in English: cues, sources, contents and voices."""

from enduse.extract.attribution.english.finder import find_english

__all__ = ["find_english"]
