"""Files are replaced in one step: whole or not at all."""

from pathlib import Path


def put(path: Path, content: str | bytes) -> None:
    """Replace a file in one step, so that a stop never leaves half of one."""
    temporary = path.with_name(f".{path.name}.new")
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary.write_bytes(data)
    temporary.replace(path)
