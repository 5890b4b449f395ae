"""Ownership and control by regime and date; paths between parties. No I/O."""
