import zipfile
from pathlib import Path

import pytest

from enduse.errors import BadInput
from enduse.extract.segment import sentences
from enduse.extract.train import load, train
from enduse.extract.train.brat import annotated_texts, read_annotation

NAMES = ("Orr", "Lunde", "Vask", "Tamm", "Rehn", "Sato")
THINGS = ("the tug was sold", "no drone was made", "the plant is new", "it never paid")


def annotate(folder: Path, name: str, who: str, what: str) -> None:
    """A text in which "croaked" is a verb of saying that no table knows."""
    text = f"{who} croaked that {what}. The harbour was quiet."
    cue = len(who) + 1
    content = cue + len("croaked ")
    end = content + len("that ") + len(what)
    (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / f"{name}.ann").write_text(
        f"T1\tSource 0 {len(who)}\t{who}\n"
        f"T2\tCue {cue} {cue + 7}\tcroaked\n"
        f"T3\tContent {content} {end}\tthat {what}\n"
        f"T4\tAttribution {cue} {cue + 7}\tcroaked\n"
        f"E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n",
        "utf-8",
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("brat")
    for i, who in enumerate(NAMES):
        for j, what in enumerate(THINGS):
            annotate(made, f"t{i}{j}", who, what)
    return made


@pytest.fixture(scope="module")
def model(folder: Path) -> Path:
    path = folder / "model"
    done = train(folder, path)
    assert (done.texts, done.attributions) == (24, 24)
    return path


def test_a_trained_tagger_finds_what_the_rules_do_not_know(model: Path) -> None:
    text = "Berg croaked that the ship was gone. The harbour was quiet."
    (found,) = load(model).attributions(text, sentences(text, "en"), "en")
    assert found.source is not None
    spans = (found.cue[0], found.source, found.content[0])
    assert [text[s.start : s.end] for s in spans] == ["croaked", "Berg", "that the ship was gone"]


def test_a_trained_tagger_leaves_other_languages_to_the_rules(model: Path) -> None:
    text = "МИД заявил, что ничего не знает."
    (found,) = load(model).attributions(text, sentences(text, "ru"), "ru")
    assert found.verb == "заявил"


def test_training_twice_gives_the_same_tagger(folder: Path, model: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    train(folder, again)
    with zipfile.ZipFile(model) as one, zipfile.ZipFile(again) as two:
        assert [one.read(n) for n in one.namelist()] == [two.read(n) for n in two.namelist()]


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no .ann file"):
        train(tmp_path, tmp_path / "model")


def test_too_few_texts_are_refused(tmp_path: Path) -> None:
    annotate(tmp_path, "one", "Orr", "it is so")
    with pytest.raises(BadInput, match="1 annotated texts"):
        train(tmp_path, tmp_path / "model")
    assert not (tmp_path / "model").exists()


def test_an_annotation_without_its_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("", "utf-8")
    with pytest.raises(BadInput, match="has no text"):
        list(annotated_texts(tmp_path))


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model"
    path.write_bytes(content)
    with pytest.raises(BadInput, match="no model"):
        load(path)


def test_a_damaged_model_is_refused(model: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "model"
    with zipfile.ZipFile(model) as whole, zipfile.ZipFile(damaged, "w") as file:
        for name in whole.namelist():
            file.writestr(name, whole.read(name).replace(b"croaked", b"cr0aked"))
    with pytest.raises(BadInput, match="damaged"):
        load(damaged)


def test_two_annotators_of_one_text_are_told_apart_by_their_ending(tmp_path: Path) -> None:
    annotate(tmp_path, "a", "Orr", "it is so")
    marks = (tmp_path / "a.ann").read_text("utf-8")
    (tmp_path / "a.ann").unlink()
    for ending in ("_1f", "_2c"):
        (tmp_path / f"a{ending}.ann").write_text(marks, "utf-8")
    assert [text.name for text in annotated_texts(tmp_path)] == ["a_1f", "a_2c"]


def test_pieces_and_stray_lines_are_read() -> None:
    marks = "T1\tContent 0 4;9 12\tsome of it\nnoise\n#1\tNote T1\nE1\tA:T9 Content:T1 Cue:T7\n"
    (found,) = read_annotation(marks)
    assert found.content == (((0, 4), (9, 12)),)
    assert found.cue == ()


def test_places_are_counted_with_the_line_ends_that_the_file_has(tmp_path: Path) -> None:
    text = "A head\r\n\r\nOrr croaked that it paid.\r\n"
    at = text.index("croaked")
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.ann").write_text(f"T1\tCue {at} {at + 7}\tcroaked\nE1\tA:T9 Cue:T1\n", "utf-8")
    (read,) = annotated_texts(tmp_path)
    assert read.attributions[0].cue == (((at, at + 7),),)


@pytest.mark.parametrize("place", ["3 10", "900 907", "7 3"])
def test_an_annotation_of_another_text_is_refused_by_its_name(tmp_path: Path, place: str) -> None:
    (tmp_path / "a.txt").write_text("Orr croaked that it paid.", "utf-8")
    (tmp_path / "a.ann").write_text(f"T1\tCue {place}\tcroaked\nE1\tA:T9 Cue:T1\n", "utf-8")
    with pytest.raises(BadInput, match="a.ann: 1 of 1 marked stretches"):
        list(annotated_texts(tmp_path))


def test_texts_in_an_old_encoding_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Orr’s café croaked that it paid.".encode("cp1252"))
    (tmp_path / "a.ann").write_bytes(b"")
    (read,) = annotated_texts(tmp_path)
    assert read.text.startswith("Orr’s café")


def test_marks_that_no_event_joins_train_nothing_and_are_told(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Orr croaked {number}.", "utf-8")
        (tmp_path / f"{number}.ann").write_text("T1\tCue 4 11\tcroaked\n", "utf-8")
    with pytest.raises(BadInput, match="hold no attribution"):
        train(tmp_path, tmp_path / "model")
