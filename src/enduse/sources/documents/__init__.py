"""Documents: text, HTML, PDF, office files and mail to canonical text with a map back."""
