"""Installed list versions on this machine: download, read, snapshot, diff (no case needed)."""
