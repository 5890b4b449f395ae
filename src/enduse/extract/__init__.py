"""Text to mentions and claims, behind one Protocol."""
