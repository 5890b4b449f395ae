"""Company registers: one folder per register, its source.yml and its reader."""
