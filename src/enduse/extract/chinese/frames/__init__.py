"""What Chinese verbs, nouns and names relate: tables and the roles they read."""
