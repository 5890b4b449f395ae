"""How near one word is to another, and how the near ones of a whole list are found at once."""
