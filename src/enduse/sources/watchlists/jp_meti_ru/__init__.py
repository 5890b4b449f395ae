"""Japan's lists of entities under an export ban: their reader and what they say of themselves."""
