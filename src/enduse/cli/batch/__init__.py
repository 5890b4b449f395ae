"""A file of parties screened as a stream: read, asked, answered row by row."""
