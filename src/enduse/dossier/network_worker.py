"""Large pictures drawn in a process of their own, so that no page waits and memory comes back."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from multiprocessing import get_context

from enduse.dossier.network import network_svg
from enduse.errors import NotReady
from enduse.graph.picture import PictureEdge, PictureNode

LARGE = 120


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
    pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
    try:
        drawing = pool.submit(network_svg, tuple(nodes), tuple(edges), dict(previous or {}))
        return drawing.result(timeout=seconds)
    except TooLate:
        raise NotReady(
            f"{len(nodes)} parties could not be drawn in {seconds:.0f} seconds.",
            hint="Draw the surroundings of one party.",
        ) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
