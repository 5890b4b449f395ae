"""Listed names read, weighed and laid out as the arrays of the index."""
