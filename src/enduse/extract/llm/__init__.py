"""Claims by a language model at an address the user gives; nothing it says is taken on trust."""

from enduse.extract.llm.endpoint import Endpoint
from enduse.extract.llm.extractor import LanguageModelExtractor

__all__ = ["Endpoint", "LanguageModelExtractor"]
