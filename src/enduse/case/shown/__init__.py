"""What a dossier shows of a case, gathered with every row and quotation it cites."""
