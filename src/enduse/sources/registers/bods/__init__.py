"""Beneficial Ownership Data Standard, versions 0.1 to 0.4: declarations of who owns whom."""
