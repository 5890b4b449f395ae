"""PDF: letters to lines, lines to paragraphs, pages to columns."""
