"""The Offshore Leaks database of the International Consortium of Investigative Journalists."""
