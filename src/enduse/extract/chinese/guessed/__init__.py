"""Names guessed from characters: suffixes, surnames, transliterations, listed places."""
