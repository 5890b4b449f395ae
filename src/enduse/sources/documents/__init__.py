"""Documents: text, HTML, PDF, office files and mail to canonical text with a map back."""

from enduse.sources.documents.apart.isolation import ParserPool
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.placing import place
from enduse.sources.documents.reading import read_document

__all__ = ["Limits", "ParserPool", "place", "read_document"]
