"""How fast registers are read, lists installed and opened."""
