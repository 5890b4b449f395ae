"""The command `doctor`: what is installed, what is missing, how to mend it."""

import shutil
from typing import Annotated

import typer

from enduse.cli.output import as_json


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    ftm_model: Annotated[
        bool, typer.Option("--ftm-model", help="Print FTM_MODEL_PATH=... for FtM's own tools.")
    ] = False,
) -> None:
    """Say what is installed, what is missing, and how to mend it."""
    if ftm_model:
        from enduse.cli.settings import Settings
        from enduse.dossier.ftm.model import ftm_model_folder

        print(f"FTM_MODEL_PATH={ftm_model_folder(Settings.read().home)}")
        return
    found = _checks()
    if json:
        as_json([{"what": what, "state": state, "mend": mend} for what, state, mend in found])
        return
    for what, state, mend in found:
        print(f"{what}: {state}" + (f"\n    {mend}" if mend else ""))


def _checks() -> list[tuple[str, str, str]]:
    import sys
    from importlib.metadata import PackageNotFoundError, version

    import enduse
    from enduse.cli.settings import Settings
    from enduse.extract.choosing import EXTRACTORS
    from enduse.sources import registry

    settings = Settings.read()
    rows = [
        ("enduse", enduse.__version__, ""),
        ("Python", sys.version.split()[0], ""),
        ("Folder of installed lists", str(settings.home), ""),
    ]
    for package in ("followthemoney", "numba", "pypdfium2", "natasha", "jieba"):
        try:
            rows.append((package, version(package), ""))
        except PackageNotFoundError:
            rows.append((package, "missing", "Install enduse again: pip install enduse"))
    tesseract = shutil.which("tesseract")
    mend = "" if tesseract else "Scans stay unread. Debian: apt-get install tesseract-ocr"
    rows.append(("tesseract (scans)", tesseract or "missing", mend))
    rows.append(("Document readers", ", ".join(registry.names(registry.DOCUMENTS)), ""))
    rows.append(("Lists and registers", ", ".join(registry.record_kinds()), ""))
    rows.append(("Extractors", ", ".join(registry.names(EXTRACTORS)), ""))
    return rows
