"""What a document names: people, organisations, places, products, papers and unnamed sources."""

from enduse.extract.mentions.found import Found

__all__ = ["Found"]
