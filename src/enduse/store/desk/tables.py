"""The tables of the desk's file."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text

from enduse.store.tables import log

metadata = MetaData()

# The same chained log as in a case.
log.to_metadata(metadata)

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("tool", String, nullable=False),
    Column("engine", String, nullable=False),
    Column("threshold", Float, nullable=False),
    Column("limit", Integer, nullable=False),
    Column("given", Text),
    Column("lists", Text, nullable=False),
    Column("source", Text),
    Column("source_sha256", String(64)),
    Column("out", Text),
    Column("again", Integer),
    Column("judged", Integer, nullable=False),
    Column("day", String, nullable=False),
    Column("stamp", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("with_hits", Integer, nullable=False),
    Column("suppressed", Integer, nullable=False),
    Column("issues", Integer, nullable=False),
    Column("finished", Boolean, nullable=False),
)

# Of a batch only what has hits is kept: the rest follows from the file, known by its hash.
question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("run.id"), nullable=False, index=True),
    Column("asked", String(32), nullable=False, index=True),
    Column("party", Text, nullable=False),
)

asked_row = Table(
    "asked_row",
    metadata,
    Column("question", ForeignKey("question.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("party_id", Text, nullable=False),
)

hit = Table(
    "hit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("question", ForeignKey("question.id"), nullable=False, index=True),
    Column("entity", String, nullable=False),
    Column("listed", String(32), nullable=False),
    Column("score", Float, nullable=False),
    Column("name", Text, nullable=False),
    Column("schema", String, nullable=False),
    Column("datasets", Text, nullable=False),
    Column("why", Text, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("asked", String(32), nullable=False, index=True),
    Column("ids", Text, nullable=False),
    Column("entity", String, nullable=False),
    Column("listed", String(32), nullable=False),
    Column("verdict", String, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("until", String),
    Column("takes_back", Integer),
)
