"""The US Consolidated Screening List: its reader and what the list says of itself."""
