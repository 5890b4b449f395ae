"""What a Chinese text names."""
