"""The EU consolidated financial sanctions list (FSF): its reader and what it says of itself."""
