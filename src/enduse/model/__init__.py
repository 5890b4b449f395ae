"""What the workbench says: sources, evidence, claims, statements, findings. No I/O."""

from enduse.model.claim import (
    UNNAMED_OUTLET,
    Claim,
    Conversion,
    Hedge,
    Mention,
    Named,
    Voice,
    voice_in_words,
)
from enduse.model.evidence import Evidence, Locator
from enduse.model.figures import figure
from enduse.model.finding import Cited, Finding
from enduse.model.hit import Candidate, Explanation, Hit
from enduse.model.hit_judgement import HitJudgement
from enduse.model.issue import Issue
from enduse.model.judgement import Judgement, Verdict
from enduse.model.share import FULL, HALF, NOTHING, Share, ShareRange, share_from_percent
from enduse.model.shown import shown, shown_json
from enduse.model.source import Reliability, Source
from enduse.model.stake import JointArrangement, Right, Stake
from enduse.model.statement import Statement, statement_id

__all__ = [
    "FULL",
    "HALF",
    "NOTHING",
    "UNNAMED_OUTLET",
    "Candidate",
    "Cited",
    "Claim",
    "Conversion",
    "Evidence",
    "Explanation",
    "Finding",
    "Hedge",
    "Hit",
    "HitJudgement",
    "Issue",
    "JointArrangement",
    "Judgement",
    "Locator",
    "Mention",
    "Named",
    "Reliability",
    "Right",
    "Share",
    "ShareRange",
    "Source",
    "Stake",
    "Statement",
    "Verdict",
    "Voice",
    "figure",
    "share_from_percent",
    "shown",
    "shown_json",
    "statement_id",
    "voice_in_words",
]
