"""Traditional and simplified characters, read alike."""
