"""Word, spreadsheets, slides and RTF."""
