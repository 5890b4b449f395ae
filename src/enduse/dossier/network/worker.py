"""Large pictures drawn in a process of their own, so that no page waits and memory comes back."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from multiprocessing import get_context
from typing import Any, TypeVar

from enduse.dossier.network.drawing import network_svg, places
from enduse.errors import NotReady
from enduse.graph.network.picture import NetworkPicture, PictureEdge, PictureNode

LARGE = 120
T = TypeVar("T")


def network_svg_apart(
    nodes: Sequence[PictureNode],
    edges: Sequence[PictureEdge],
    previous: Mapping[str, tuple[float, float]] | None = None,
    *,
    seconds: float = 60.0,
) -> str:
    """Draw a network as `network_svg` does; a large one in a worker process.

    Args:
        nodes: Parties.
        edges: Relations.
        previous: Places of an earlier picture.
        seconds: How long to wait for a large one.

    Returns:
        The same document, byte for byte.

    Raises:
        NotReady: The drawing took longer.
    """
    if len(nodes) <= LARGE:
        return network_svg(nodes, edges, previous)
    given = (tuple(nodes), tuple(edges), dict(previous or {}))
    return _apart(network_svg, given, len(nodes), seconds)


def places_apart(
    picture: NetworkPicture, *, seconds: float = 60.0
) -> dict[str, tuple[float, float]]:
    """Where the picture puts its parties; of a large one found in a worker process.

    Raises:
        NotReady: It took longer.
    """
    if len(picture.nodes) <= LARGE:
        return places(picture)
    return _apart(places, (picture,), len(picture.nodes), seconds)


def _apart(made: Callable[..., T], given: tuple[Any, ...], parties: int, seconds: float) -> T:
    pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
    try:
        return pool.submit(made, *given).result(timeout=seconds)
    except TooLate:
        raise NotReady(
            f"{parties} parties could not be drawn in {seconds:.0f} seconds.",
            hint="Draw the surroundings of one party.",
        ) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
