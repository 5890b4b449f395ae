"""Installed list versions on this machine: read, snapshot, diff. No case needed."""
