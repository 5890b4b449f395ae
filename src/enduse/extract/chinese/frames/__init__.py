"""Relations of a Chinese sentence by its verbs and the prepositions around them."""

from enduse.extract.chinese.frames.finder import relations_by_frame

__all__ = ["relations_by_frame"]
