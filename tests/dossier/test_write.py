"""Writing a dossier in each form."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from enduse.dossier import write
from enduse.dossier.ftm.model import ftm_model_folder
from enduse.errors import BadInput
from tests.dossier.example import dossier


def test_json_holds_parties_claims_findings_and_entries(tmp_path: Path) -> None:
    write(dossier(), tmp_path / "d.json")
    data = json.loads((tmp_path / "d.json").read_text("utf-8"))
    kupol = data["parties"][0]
    assert kupol["claims"][0]["conversions"] == [{"value": 4409, "unit": "lb"}]
    assert kupol["findings"][0]["opposes"][0]["quote"].startswith("Kupol received")
    assert kupol["entries"][0]["number"] == "46431"


def test_word_holds_the_quotations(tmp_path: Path) -> None:
    write(dossier(), tmp_path / "d.docx")
    word = Document(BytesIO((tmp_path / "d.docx").read_bytes()))
    text = "\n".join(p.text for p in word.paragraphs)
    assert "Kupol received up to 2,000 kg" in text
    assert "denied" in text


def test_ftm_entities_read_back_in_ftms_own_tools_without_loss(tmp_path: Path) -> None:
    write(dossier(), tmp_path / "d.ftm.jsonl")
    model = ftm_model_folder(tmp_path / "home")
    code = (
        "import json, sys\nfrom followthemoney import model\n"
        "for line in open(sys.argv[1]):\n"
        "    data = json.loads(line); entity = model.get_proxy(data, cleaned=False)\n"
        "    for prop, values in data['properties'].items():\n"
        "        assert sorted(entity.get(prop)) == sorted(values), (prop, values)\n"
        "assert model.get('Product') and model.get('Shipment')\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "d.ftm.jsonl")]
    subprocess.run(command, check=True, env=os.environ | {"FTM_MODEL_PATH": str(model)})


def test_every_ftm_value_has_its_evidence_beside_it(tmp_path: Path) -> None:
    write(dossier(), tmp_path / "d.ftm.jsonl")
    beside = (tmp_path / "d.evidence.jsonl").read_text("utf-8").splitlines()
    told = {(one["entity"], one["prop"], one["value"]) for one in map(json.loads, beside)}
    for line in (tmp_path / "d.ftm.jsonl").read_text("utf-8").splitlines():
        entity = json.loads(line)
        for prop, values in entity["properties"].items():
            assert {(entity["id"], prop, v) for v in values} <= told


def test_an_unknown_ending_or_a_missing_folder_is_answered(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\.html"):
        write(dossier(), tmp_path / "d.txt")
    with pytest.raises(BadInput, match="no folder"):
        write(dossier(), tmp_path / "none" / "d.html")


def test_an_older_file_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "d.html").write_text("old " * 1_000_000)
    write(dossier(), tmp_path / "d.html")
    assert (tmp_path / "d.html").read_text("utf-8").startswith("<!doctype html>")
    assert [p.name for p in tmp_path.iterdir()] == ["d.html"]
