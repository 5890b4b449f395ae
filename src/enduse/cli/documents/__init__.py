"""Commands that read documents without a case: claims, train."""
