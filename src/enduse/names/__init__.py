"""Names and identifiers as written, to forms that can be compared. No I/O."""
