"""Names of organisations and people by what stands beside them."""
