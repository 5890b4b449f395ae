import time

import pytest

from enduse.extract.attribution import IMPLICATIONS, KINDS, attributions
from enduse.extract.segment import sentences
from tests.extract.attribution.reading import parts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norvik Marine said the vessel was sold in May.",
            ("said", "Norvik Marine", ["the vessel was sold in May"]),
        ),
        (
            "“We never shipped it,” Lena Ostberg, a director of Norvik Marine, said.",
            (
                "said",
                "Lena Ostberg, a director of Norvik Marine,",
                ["“We never shipped it,”"],
            ),
        ),
        (
            "The engines came from Lagonia, said Pavel Orr, a customs broker in the port.",
            ("said", "Pavel Orr, a customs broker in the port", ["The engines came from Lagonia"]),
        ),
        (
            "According to customs records, the firm imported 40 gyroscopes.",
            ("According to", "customs records", ["the firm imported 40 gyroscopes"]),
        ),
        (
            "The ministry has repeatedly denied the report.",
            ("has repeatedly denied", "The ministry", ["the report"]),
        ),
        (
            "The company declined to comment.",
            ("declined", "The company", ["to comment"]),
        ),
        (
            "A broker told Reuters that the cargo was relabelled.",
            ("told", "A broker", ["that the cargo was relabelled"]),
        ),
    ],
)
def test_cue_source_and_content_stand_at_their_places(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert parts(text) == [expected]


def test_a_passive_is_said_to_has_an_unspecified_source() -> None:
    text = "Orlen Parts is said to act as an intermediary."
    (found,) = read(text)
    assert found.source is None
    assert found.kind == "unspecified"
    assert parts(text)[0][2] == ["Orlen Parts", "to act as an intermediary"]


def test_a_document_speaks_for_who_wrote_it() -> None:
    text = "According to a report sent this year by Kupol to the ministry, it can make drones."
    (found,) = read(text)
    assert [voice.text for voice in found.chains[0]][1:] == ["Kupol"]
    assert found.kind == "document"


def test_documents_reviewed_by_an_agency_speak_through_it_beside_the_officials() -> None:
    text = "The plant is new, according to two officials and documents reviewed by Reuters."
    (found,) = read(text)
    assert [[voice.kind for voice in chain] for chain in found.chains] == [
        ["anonymous"],
        ["agency", "document"],
    ]


def test_one_sentence_may_hold_a_chain_of_two_speakers() -> None:
    text = "Ann Orr said the company denied that it sold the drones."
    outer, inner = read(text)
    assert inner.inside == 0
    assert outer.inside is None
    assert inner.implies == "denies"


def test_a_second_verb_keeps_the_speaker_of_the_first() -> None:
    text = "The ministry stated that it was unaware of it and emphasized its strict controls."
    assert [p[1] for p in parts(text)] == ["The ministry", "The ministry"]


def test_a_negated_verb_is_marked() -> None:
    (found,) = read("The bank did not confirm that the money arrived.")
    assert found.negated
    assert found.implies == "confirms"


def test_nouns_that_look_like_verbs_of_saying_are_no_cues() -> None:
    assert read("The reports of the plan and its claims are on the table.") == ()


def test_every_kind_and_implication_is_a_known_word() -> None:
    text = "He warned it. They hope to go. Reuters reported that she fears it. It seems that X won."
    for found in read(text):
        assert found.kind in KINDS
        assert found.implies in IMPLICATIONS


@pytest.mark.parametrize(
    "piece", ["he said ", "“", "and Lee, ", "according to ", "a, ", "said that "]
)
def test_time_grows_in_line_with_a_sentence_without_end(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        cut = sentences(text, "en")
        start = time.process_time()
        attributions(text, cut, "en")
        return time.process_time() - start

    seconds(10_000)
    small, large = seconds(20_000), seconds(80_000)
    assert large < 12 * small + 0.2


@pytest.mark.parametrize(
    "text", ["", " ", "said", "“", "According to", "a\u202eb said c", ":", "“”,"]
)
def test_fragments_do_not_break_the_reading(text: str) -> None:
    read(text)


def test_as_reported_by_names_the_voice_of_the_rest() -> None:
    assert parts("As first reported by Der Spiegel, the office is investigating the firm.") == [
        ("first reported by", "Der Spiegel", ["the office is investigating the firm"])
    ]


def test_a_noun_of_saying_speaks_for_its_owner() -> None:
    (found,) = read("The paper printed the firm's claim that the plant is new.")
    assert found.implies == "claims"
    assert parts("The court noted its refusal to answer.")[-1] == (
        "refusal",
        "its",
        ["to answer"],
    )


def test_hearsay_without_a_speaker_is_unspecified() -> None:
    (found,) = read("The drone is reportedly powered by a German engine.")
    assert (found.source, found.implies, found.kind) == (None, "relays", "unspecified")


def test_who_speaks_for_the_noun_before_it() -> None:
    text = "Ann Orr, who denied the report, left."
    (found,) = read(text)
    assert found.chains[0][0].text == "Ann Orr"


def test_a_label_before_a_figure_is_no_speaker() -> None:
    assert read("Range: 2,000 km with a payload of 50 kg.") == ()


def test_a_last_voice_gives_all_that_stands_before_it() -> None:
    text = "The minister said the claims were baseless, state news agency IRNA reported."
    said, reported = read(text)
    assert (said.inside, reported.kind) == (1, "agency")
    assert parts(text)[0][2] == ["the claims were baseless"]


def test_the_question_that_nobody_is_named_for_ends_at_its_comma() -> None:
    text = "Asked whether the bank knew, a spokeswoman declined to comment."
    assert [part[2] for part in parts(text)] == [["whether the bank knew"], ["to comment"]]
