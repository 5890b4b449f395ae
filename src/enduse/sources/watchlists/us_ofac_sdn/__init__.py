"""OFAC Specially Designated Nationals: its reader and what the list says of itself."""
