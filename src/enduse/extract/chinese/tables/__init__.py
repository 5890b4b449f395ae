"""The verbs and attribute nouns of Chinese reports, as data."""
