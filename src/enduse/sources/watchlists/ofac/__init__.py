"""What the readers of OFAC's lists share: three official shapes, one way to read remarks."""
