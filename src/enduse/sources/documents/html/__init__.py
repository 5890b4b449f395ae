"""HTML: the text of the page without its furniture, and what its head states."""
