"""What a reviewer decided about one hit; appended, never changed."""

from dataclasses import dataclass

from enduse.model.judgement import Verdict


@dataclass(frozen=True, slots=True)
class HitJudgement:
    """One judgement: about which two, by whom, when, why, until when.

    Attributes:
        seq: Number, from 1, in the order in which they were made.
        asked: Fingerprint of the party that was asked about.
        ids: The caller's own keys of that party; where empty it stands for everybody asked
            about in the same words.
        entity: Id of the listed entity.
        listed: Fingerprint of the listed entity as it was seen.
        verdict: Same, different, or left open; RETRACTED takes `takes_back` back.
        by: Who judged.
        at: When, UTC, ISO 8601 with seconds.
        reason: In the reviewer's words.
        until: Last ISO day on which it holds; None for no end.
        takes_back: Number of the judgement that a retraction takes back.
    """

    seq: int
    asked: str
    ids: tuple[str, ...]
    entity: str
    listed: str
    verdict: Verdict
    by: str
    at: str
    reason: str
    until: str | None = None
    takes_back: int | None = None
