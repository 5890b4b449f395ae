"""A case: the only place that joins readers, reasoning and store."""

from enduse.case.case import Built, Case
from enduse.case.intake import Added, Given
from enduse.case.progress import Progress
from enduse.case.steps.reading import Readers
from enduse.case.steps.screening import InstalledList
from enduse.case.verify import Fault

__all__ = ["Added", "Built", "Case", "Fault", "Given", "InstalledList", "Progress", "Readers"]
