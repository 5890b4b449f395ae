"""Index of names, retrieval with a proven bound, score and explanation. No I/O."""
