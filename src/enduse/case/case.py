"""A folder on disk that holds everything known about one question."""

from pathlib import Path


class Case:
    """The analyst's folder for one question."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
