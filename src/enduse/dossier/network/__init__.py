"""The picture of a network as SVG."""
