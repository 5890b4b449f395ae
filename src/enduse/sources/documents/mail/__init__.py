"""Mail with its attachments."""
