"""What a sentence states besides its verbs: places, names, figures, deeds, plans, sources."""
