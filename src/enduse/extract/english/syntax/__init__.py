"""Phrases, and who does what: verbs with their subjects, objects and prepositions."""
