"""What the environment says, read once and passed down."""

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are on this machine.

    Attributes:
        home: Folder of installed lists; `ENDUSE_HOME`, else the platform's data folder.
        proxy: Address of a proxy or mirror for `lists install`; `ENDUSE_PROXY`.
        debug: Show where our own faults happen; `ENDUSE_DEBUG`.
        llm_key: Sent to the language model as bearer token; `ENDUSE_LLM_KEY`.
    """

    home: Path
    proxy: str | None = None
    debug: bool = False
    llm_key: str | None = field(default=None, repr=False)

    @classmethod
    def read(cls) -> "Settings":
        """Read the environment of this process."""
        given = os.environ.get("ENDUSE_HOME")
        home = Path(given) if given else _data_folder()
        return cls(
            home,
            os.environ.get("ENDUSE_PROXY"),
            bool(os.environ.get("ENDUSE_DEBUG")),
            os.environ.get("ENDUSE_LLM_KEY"),
        )


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("enduse")
