"""The Swiss sanctions list of SECO: its reader and what the list says of itself."""
