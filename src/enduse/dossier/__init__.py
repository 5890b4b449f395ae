"""What the analyst hands over: findings with every citation."""
