"""Who stands behind the parties of a case: holdings and listings brought to the rules."""
