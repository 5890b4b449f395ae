"""A tagger of attributions that users train on data they bring; no weights are shipped."""
