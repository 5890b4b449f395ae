"""The case on disk: bytes by SHA-256, one database, a log that cannot be rewritten."""
