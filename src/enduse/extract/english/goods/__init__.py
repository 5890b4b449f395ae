"""Goods: who makes, buys and gets them, told by nouns; what they are for; who deals in them."""
