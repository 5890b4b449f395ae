"""How well attributions are found on PolNeAR, and how fast."""
