"""Who says each claim: attributions made into chains of voices, and what is carried over."""
