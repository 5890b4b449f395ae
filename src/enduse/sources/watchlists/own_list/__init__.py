"""A list of one's own, as a table: its reader and what it says of itself."""
