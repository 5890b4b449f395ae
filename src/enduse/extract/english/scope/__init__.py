"""How firmly a clause speaks, in whose words, and what is only wished, denied or open."""
