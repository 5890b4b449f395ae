"""Relations of a Chinese text, read clause by clause."""

from enduse.extract.chinese.frames.finder import relations

__all__ = ["relations"]
