"""Words: their tables, and the class that each has in its sentence."""
