"""Clauses read into deeds."""
