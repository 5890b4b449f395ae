"""Parties and stakes in tables of one's own."""
