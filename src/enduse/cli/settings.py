"""What the environment says, read once and passed down."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are on this machine.

    Attributes:
        home: Folder of installed lists; `ENDUSE_HOME`, else the platform's data folder.
        proxy: Address of a proxy or mirror for `lists install`; `ENDUSE_PROXY`.
    """

    home: Path
    proxy: str | None = None

    @classmethod
    def read(cls) -> "Settings":
        """Read the environment of this process."""
        given = os.environ.get("ENDUSE_HOME")
        if given:
            return cls(Path(given), os.environ.get("ENDUSE_PROXY"))
        from platformdirs import user_data_path

        return cls(user_data_path("enduse"), os.environ.get("ENDUSE_PROXY"))
