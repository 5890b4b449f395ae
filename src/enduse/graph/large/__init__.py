"""The same reckoning over millions of stakes, as arrays of whole numbers."""
