"""FollowTheMoney's model with our two schemata in it, as a folder that its tools can be given."""

import shutil
from importlib import resources
from importlib.metadata import version
from pathlib import Path

OURS = ("Product.yaml", "Shipment.yaml")


def ftm_model_folder(home: Path) -> Path:
    """Lay out the merged model once for each version of FollowTheMoney and of enduse.

    FtM takes its whole model from one folder (`FTM_MODEL_PATH`), so its own files are copied
    beside ours; they come from the installed package and are not part of enduse.

    Args:
        home: The platform's data folder of enduse.

    Returns:
        The folder to set `FTM_MODEL_PATH` to.
    """
    stamp = f"{version('followthemoney')}-{version('enduse')}"
    folder = home / f"ftm_model-{stamp}"
    if not folder.is_dir():
        building = folder.with_suffix(".new")
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir(parents=True)
        for one in resources.files("followthemoney").joinpath("schema").iterdir():
            (building / one.name).write_bytes(one.read_bytes())
        for name in OURS:
            ours = resources.files("enduse.model").joinpath("schema", name)
            (building / name).write_bytes(ours.read_bytes())
        building.rename(folder)
    return folder
