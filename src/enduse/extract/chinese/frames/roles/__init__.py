"""Frames: which parties of a deed are subject and object of what it says."""
