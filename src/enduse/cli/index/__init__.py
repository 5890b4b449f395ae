"""The index that screening asks: what it is built from, and where it is kept."""
