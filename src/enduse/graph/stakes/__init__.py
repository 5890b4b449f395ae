"""Who holds what on a day: stakes as sources state them, exact or as a band."""
