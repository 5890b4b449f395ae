"""The tables that the rules read: words, verbs, countries, predicates."""
