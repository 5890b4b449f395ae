"""English: words to tags, tags to phrases and predicates, predicates to relations."""
