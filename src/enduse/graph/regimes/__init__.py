"""One module per regime; a new one needs a module here and an entry in `rules.yml`."""
