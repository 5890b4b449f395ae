"""Who holds what: shares, companies of states, offices of people without a name."""
