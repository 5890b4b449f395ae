"""What things are called: names, and the words that stand for them."""
