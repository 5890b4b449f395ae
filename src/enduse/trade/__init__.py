"""Shipments: routes, goods and values that deserve a second look. No I/O."""
