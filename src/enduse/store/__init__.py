"""The case on disk: bytes by SHA-256, one database, a log that cannot be rewritten."""

from enduse.store.files import Originals, stored_path
from enduse.store.log import LogEntry, append, broken_links
from enduse.store.migrations import LAYOUT
from enduse.store.store import Store

__all__ = ["LAYOUT", "LogEntry", "Originals", "Store", "append", "broken_links", "stored_path"]
