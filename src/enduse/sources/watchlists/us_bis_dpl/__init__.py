"""The Denied Persons List of BIS: its reader and what the list says of itself."""
