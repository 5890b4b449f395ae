"""The rules with a tagger in the place of their attributions, which the user has trained."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from enduse.errors import BadInput
from enduse.extract.attribution import Attribution
from enduse.extract.rules import RuleExtractor
from enduse.extract.segment import Span
from enduse.extract.train.tagger import TrainedTagger, load

__all__ = ["TrainedExtractor"]


class TrainedExtractor(RuleExtractor):
    """Claims by the rules, voices by a model that `enduse train` wrote.

    Attributes:
        model: The model file.
        version: That of the rules and of the model's content: another model reads again.
    """

    name = "trained"

    def __init__(self, model: Path) -> None:
        """Take a model file.

        Raises:
            BadInput: The file is no such model, or damaged.
            NotReady: python-crfsuite is not installed.
        """
        _loaded(model)
        self.model = model
        self.version = f"{RuleExtractor.version} {sha256(model.read_bytes()).hexdigest()[:16]}"

    @classmethod
    def configured(cls, options: Mapping[str, str]) -> "TrainedExtractor":
        """Make one of what the user gave: "tagger", the path of the model file.

        Raises:
            BadInput: It is missing, or no model.
            NotReady: python-crfsuite is not installed.
        """
        path = options.get("tagger")
        if not path:
            raise BadInput(
                "The trained extractor needs a model.",
                hint="Give --tagger FILE; make one with: enduse train FOLDER --out FILE.",
            )
        return cls(Path(path))

    def attributions(
        self, text: str, sentences: Sequence[Span], language: str
    ) -> tuple[Attribution, ...]:
        """Who says what, by the model; languages other than English by the rules."""
        return _loaded(self.model).attributions(text, sentences, language)


@lru_cache(maxsize=2)
def _loaded(model: Path) -> TrainedTagger:
    # Kept here and not in the extractor, which goes to other processes by its path.
    return load(model)
