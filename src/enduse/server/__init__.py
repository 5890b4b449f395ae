"""HTTP API and workbench."""
