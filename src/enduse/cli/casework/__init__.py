"""Commands that make a case, work in it and hand it over."""
