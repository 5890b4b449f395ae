"""Figures of products, and the numbers that claims state."""
