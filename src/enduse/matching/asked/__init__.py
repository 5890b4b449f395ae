"""Parties asked about, and the listed words that theirs may stand for."""
