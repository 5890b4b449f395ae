"""Readers: bytes in, text or statements with evidence out. One folder per kind."""
