"""What bears a relation: verbs, nouns, appositions, single signs, set phrases."""
