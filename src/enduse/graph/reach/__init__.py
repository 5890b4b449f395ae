"""How far ownership and control reach from listed persons under one rule, step by step."""
