"""Chinese clauses: atoms, phrases, and who is left unsaid."""
