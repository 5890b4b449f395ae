"""The UK Sanctions List: its reader and what the list says of itself."""
