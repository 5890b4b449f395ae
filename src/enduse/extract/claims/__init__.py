"""Claims as they are printed: whom and what they name, their figures, their day."""
