"""Which names the parties of a relation are."""
