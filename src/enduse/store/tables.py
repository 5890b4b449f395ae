"""The tables of a case file."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

source = Table(
    "source",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", String, nullable=False),
    Column("publisher", Text),
    Column("published", String),
    Column("title", Text),
    Column("author", Text),
    Column("language", String),
    Column("url", Text),
    Column("reliability", String(1)),
)

# Files that make one version of a list together (sdn.csv, alt.csv, add.csv).
bundle_file = Table(
    "bundle_file",
    metadata,
    Column("bundle", String(64), primary_key=True),
    Column("sha256", ForeignKey("source.sha256"), primary_key=True),
    Column("kind", Text, nullable=False),
)

text = Table(
    "text",
    metadata,
    Column("source", ForeignKey("source.sha256"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("parts", Text, nullable=False),
)

# What a step made of which input: the key says what it saw, so a second run can skip it.
step = Table(
    "step",
    metadata,
    Column("name", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("key", String, nullable=False),
)

mention = Table(
    "mention",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("source", ForeignKey("source.sha256"), nullable=False, index=True),
    Column("id", String, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("schema", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", ForeignKey("source.sha256"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("predicate", String, nullable=False),
    Column("subject", String, index=True),
    Column("object", String, index=True),
    Column("body", Text, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String(40), nullable=False),
    Column("bundle", String(64), nullable=False, index=True),
    Column("entity_id", Text, nullable=False, index=True),
    Column("schema", String, nullable=False),
    Column("prop", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("dataset", String, nullable=False),
    Column("lang", String),
    Column("original_value", Text),
    Column("origin", String),
    Column("source", ForeignKey("source.sha256"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("quote", Text, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("subject", String, nullable=False, index=True),
    Column("source", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("value", Text, nullable=False),
)

party = Table(
    "party",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("schema", String, nullable=False),
    Column("key", String, nullable=False),
)

party_mention = Table(
    "party_mention",
    metadata,
    Column("mention", String, primary_key=True),
    Column("party", ForeignKey("party.id", ondelete="CASCADE"), nullable=False, index=True),
)

hit = Table(
    "hit",
    metadata,
    Column("party", ForeignKey("party.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("score", Float, nullable=False),
    Column("proposed", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

finding = Table(
    "finding",
    metadata,
    Column("id", String, primary_key=True),
    Column("subject", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("hash"),
)
