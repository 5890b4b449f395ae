"""The Global LEI System: who is who (level 1) and who consolidates whom (level 2)."""
