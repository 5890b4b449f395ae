"""What stands beside a name: titles, offices, places of nameless firms, brackets."""
