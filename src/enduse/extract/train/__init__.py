"""A tagger of attributions that users train on data they bring; no weights are shipped."""

from enduse.extract.train.extractor import TrainedExtractor
from enduse.extract.train.learn import Trained, train
from enduse.extract.train.tagger import TrainedTagger, load

__all__ = ["Trained", "TrainedExtractor", "TrainedTagger", "load", "train"]
