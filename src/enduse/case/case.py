"""A folder on disk that holds everything known about one question."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from enduse.assess import Said
from enduse.case.intake import DOCUMENT, Added, Given, add_files
from enduse.case.progress import Progress, silent
from enduse.case.steps.extracting import extract_claims
from enduse.case.steps.parties import derive_parties
from enduse.case.steps.reading import Readers, read_documents, read_records
from enduse.case.steps.screening import InstalledList, screen_parties
from enduse.case.steps.weighing import said_in, weigh
from enduse.case.verify import Fault, faults
from enduse.errors import UnknownName
from enduse.extract.protocol import Extractor
from enduse.model import Evidence, Finding, Issue, Judgement, Source, Verdict
from enduse.store import Store, log
from enduse.store.counting import counts
from enduse.store.findings import findings
from enduse.store.issues import issues
from enduse.store.parties import PartyRow, parties
from enduse.store.sources import sources

if TYPE_CHECKING:
    # Loaded where they are used: a build that changes nothing must not wait for the
    # compiler behind screening, nor for the template engine.
    from enduse.case.network.relations import CaseNetwork
    from enduse.case.ownership.book import Book
    from enduse.dossier import Dossier
    from enduse.graph import OwnershipAnswer
    from enduse.resolve import Mixture, Proposal, Queue


@dataclass(frozen=True, slots=True)
class Built:
    """What one build did; all zero where nothing had changed.

    Attributes:
        documents: Documents read.
        lists: List and register versions read.
        extracted: Documents from which claims were taken.
        screened: Parties compared with the lists.
        assessed: Parties whose findings were made again.
        unanswered: Documents for no part of which a language model answered.
    """

    documents: int
    lists: int
    extracted: int
    screened: int
    assessed: int
    unanswered: int = 0

    @property
    def changed(self) -> bool:
        """Something was done."""
        return any(astuple(self))


class Case:
    """The analyst's folder for one question.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as there:
        ...     with Case.create(Path(there) / "c", "Who is behind this buyer?") as case:
        ...         case.question
        'Who is behind this buyer?'
    """

    def __init__(self, store: Store, reviewer: str = "analyst") -> None:
        self._store = store
        self._queue: Queue | None = None
        self._book: Book | None = None
        self.folder = store.folder
        self.reviewer = reviewer

    @classmethod
    def create(cls, folder: Path, question: str = "", reviewer: str = "analyst") -> "Case":
        """Start a case.

        Raises:
            BadInput: The folder is in use.
        """
        store = Store.create(folder)
        if question:
            with store.write() as connection:
                log.append(connection, "asked", {"question": question})
        return cls(store, reviewer)

    @classmethod
    def open(cls, folder: Path, reviewer: str = "analyst") -> "Case":
        """Open a case.

        Args:
            folder: Where it is.
            reviewer: In whose name judgements are made.

        Raises:
            NotReady: There is none.
            NewerCase: A later version wrote it.
        """
        return cls(Store.open(folder), reviewer)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    @property
    def question(self) -> str:
        """What the case is to answer; the last wording counts."""
        with self._store.read() as connection:
            asked = [json.loads(e.body) for e in log.entries(connection) if e.kind == "asked"]
        return str(asked[-1]["question"]) if asked else ""

    def add(self, paths: Iterable[Path], given: Given, kinds: Collection[str] = ()) -> Added:
        """Bring files and folders into the case.

        Args:
            paths: Files and folders.
            given: What the analyst says of them.
            kinds: Lists and registers that can be read.

        Raises:
            UnknownName: `given.kind` is neither a document nor one of `kinds`.
            BadInput: Nothing could be added.
        """
        if given.kind != DOCUMENT and given.kind not in kinds:
            raise UnknownName("list or register", given.kind, kinds)
        return add_files(self._store, paths, given)

    def build(
        self,
        readers: Readers,
        extractor: Extractor,
        installed: Sequence[InstalledList] = (),
        progress: Progress = silent,
    ) -> Built:
        """Bring everything derived up to date; only what changed is done again.

        May be stopped at any moment: what is finished stays, the rest is done next time.

        Args:
            readers: What reads documents, lists and registers.
            extractor: What takes claims from texts.
            installed: Lists of this machine to screen against, besides those of the case.
            progress: Told how far each step is.
        """
        self._book = self._queue = None
        lists = read_records(self._store, readers, progress)
        documents = read_documents(self._store, readers, progress)
        extracted, unanswered = extract_claims(self._store, extractor, progress)
        derive_parties(self._store)
        screened = screen_parties(self._store, installed, progress)
        if screened or lists:
            from enduse.case.resolving import join_decisive

            join_decisive(self._store)
        assessed = weigh(self._store, progress)
        return Built(documents, lists, extracted, screened, assessed, unanswered)

    def counts(self) -> dict[str, int]:
        """How many sources, claims, parties, findings and issues the case holds."""
        with self._store.read() as connection:
            return counts(connection)

    def sources(self) -> list[Source]:
        """All files of the case."""
        with self._store.read() as connection:
            return sources(connection)

    def said(self) -> list[Said]:
        """All claims with their sources and parties."""
        return said_in(self._store)

    def parties(self) -> list[PartyRow]:
        """All parties that the documents name."""
        with self._store.read() as connection:
            return parties(connection)

    def findings(self) -> list[Finding]:
        """All findings."""
        with self._store.read() as connection:
            return findings(connection)

    def assessment(self) -> list[Finding]:
        """All findings, with what the network and the ownership rules say today."""
        from enduse.case.network.findings import network_findings
        from enduse.case.shown.view import REGIMES

        today = datetime.now(UTC).date().isoformat()
        return [*self.findings(), *network_findings(self.network(), REGIMES, today)]

    def look_through(self, party: str, regime: str, as_of: str) -> Fraction | None:
        """Stakes of listed holders multiplied along the chain; it decides nothing.

        Returns:
            The share; None where a link of the chain has no number.
        """
        from enduse.case.ownership.book import product

        return product(self._known(), party, regime, as_of)

    def issues(self) -> list[Issue]:
        """All that could not be read and was not guessed."""
        with self._store.read() as connection:
            return issues(connection)

    def verify(self, progress: Progress = silent) -> list[Fault]:
        """All that does not hold; empty where everything does."""
        return list(faults(self._store, progress))

    def dossier(self) -> "Dossier":
        """Everything about the case, ready to be laid out."""
        from enduse.case.shown.view import dossier_of

        return dossier_of(self._store, self.question)

    def ownership(self, party: str, regimes: Sequence[str], as_of: str) -> "list[OwnershipAnswer]":
        """Who owns and controls a party, one answer for each regime.

        Args:
            party: Its id or its name.
            regimes: Codes such as "US"; all where empty.
            as_of: Full ISO day.

        Raises:
            UnknownName: No such party or regime.
            BadInput: Nothing is known about who owns it.
        """
        from enduse.case.ownership.book import answers

        return answers(self._known(), party, regimes, as_of)

    def network(self) -> "CaseNetwork":
        """Every relation between the parties, who is restricted, and what they share."""
        from enduse.case.network.relations import network_of

        with self._store.read() as connection:
            return network_of(connection, self._known(), self.said(), findings(connection))

    def label(self, entity: str) -> str:
        """The name under which an id is printed."""
        return self._known().label(entity)

    def _known(self) -> "Book":
        """Holdings and names, read once for as long as nothing is built or judged."""
        from enduse.case.ownership.book import book_of

        if self._book is None:
            self._book = book_of(self._store)
        return self._book

    def candidates(self) -> "list[Proposal]":
        """Pairs that may be one party and that nobody has judged, best first."""
        return self._judging().candidates()

    def mixtures(self) -> "list[Mixture]":
        """Records that seem to mix two parties and were not split."""
        return self._judging().mixtures()

    def split(self, record: str, second: Sequence[str]) -> Judgement:
        """Split a record that mixes two parties; taken back like any judgement.

        Args:
            record: Its id.
            second: Values, as they stand in it, that belong to the other party.

        Raises:
            BadInput: A value does not stand in it, or nothing would be left.
        """
        self._book = None
        return self._judging().split(record, second)

    def remarks(self, left: str, right: str) -> list[str]:
        """What the findings say of a like name of either: two parties that sources confuse."""
        from enduse.case.nodes import nodes_of

        with self._store.read() as connection:
            nodes = nodes_of(connection)
            ends = {left, right, nodes[left], nodes[right]}
            like = [one for one in findings(connection) if one.kind == "alike"]
        return [one.sentence for one in like if ends.intersection(one.parties)]

    def cite(self, evidence: Evidence) -> str:
        """The source of a quotation as a reader cites it."""
        from enduse.dossier.citing import where

        return where(evidence, {one.sha256: one for one in self.sources()})

    def judge(self, left: str, right: str, verdict: Verdict, reason: str = "") -> Judgement:
        """Append a judgement in the reviewer's name.

        Raises:
            BadInput: It contradicts what stands; the chain is named.
        """
        self._book = None
        return self._judging().judge(left, right, verdict, reason)

    def history(self) -> list[Judgement]:
        """Everything decided or taken back, oldest first."""
        return list(self._judging().decisions.journal)

    def undo(self) -> Judgement | None:
        """Take back the newest judgement that stands; None where there is none."""
        self._book = None
        return self._judging().undo()

    def _judging(self) -> "Queue":
        from enduse.case.resolving import queue_of

        if self._queue is None:
            self._queue = queue_of(self._store, self.reviewer)
        return self._queue
