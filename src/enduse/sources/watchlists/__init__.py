"""Watchlists: one folder per list, its source.yml and its reader."""
