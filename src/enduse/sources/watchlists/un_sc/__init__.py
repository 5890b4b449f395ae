"""The consolidated list of the UN Security Council: its reader and what it says of itself."""
