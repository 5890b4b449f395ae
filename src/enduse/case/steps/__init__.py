"""The steps of a build, in order: read, extract, party by party, screen, weigh."""
