"""Chinese: names, sources, polarity and relations."""

from enduse.extract.chinese.names import names

__all__ = ["names"]
