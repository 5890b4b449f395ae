"""Relations of every kind: ways through them, who sits between, and their picture."""
