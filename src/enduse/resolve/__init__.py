"""Candidates to judgements to clusters: which ids are one party. No I/O."""
