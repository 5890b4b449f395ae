"""Russian: names, sources, polarity and relations."""

from enduse.extract.russian.names import names

__all__ = ["names"]
