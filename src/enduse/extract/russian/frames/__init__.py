"""Relations of a Russian sentence by its verbs and the cases of what stands around them."""

from enduse.extract.russian.frames.finder import relations_by_frame

__all__ = ["relations_by_frame"]
