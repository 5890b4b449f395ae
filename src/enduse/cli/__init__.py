"""Command line: parse words, call the case, print."""

from enduse.cli.app import main

__all__ = ["main"]
