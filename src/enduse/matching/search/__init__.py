"""The search through the index and the score that it promises never to miss."""
