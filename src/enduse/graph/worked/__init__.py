"""Worked cases as JSON: read, answered in every regime, written."""
