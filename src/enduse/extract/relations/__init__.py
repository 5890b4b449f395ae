"""Who did what to whom: relations as each language's patterns find them."""

from enduse.extract.relations.relation import Argument, Relation

__all__ = ["Argument", "Relation"]
