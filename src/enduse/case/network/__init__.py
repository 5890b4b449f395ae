"""The network of a case: relations, ways, what is shared, who stands between, the picture."""
