"""Who says what in a text: cues, sources, contents and the chains of voices between them."""

from enduse.extract.attribution.find import attributions
from enduse.extract.attribution.model import IMPLICATIONS, KINDS, Attribution, Speaker

__all__ = ["IMPLICATIONS", "KINDS", "Attribution", "Speaker", "attributions"]
