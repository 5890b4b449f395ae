"""Plain text and Markdown, and what their first lines state."""
