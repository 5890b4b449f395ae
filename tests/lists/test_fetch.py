"""Downloads against a publisher that is slow, changes, refuses, breaks off or lies."""

import base64
import hashlib
from pathlib import Path

import pytest

from enduse.errors import NotFetched
from enduse.lists.fetch import Fetched, Net, Stamp, fetch
from enduse.lists.install import silent
from tests.lists.conftest import Publisher

QUICK = Net(timeout=5, wait=0.01)


def get(publisher: Publisher, into: Path, net: Net = QUICK) -> Fetched:
    got = fetch(f"{publisher.url}/list.csv", into, Stamp(), net, silent)
    assert got is not None
    assert not into.with_name(into.name + ".part").exists()
    return got


def test_a_file_is_fetched_with_our_name_and_only_once(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.data = b"content"
    got = get(publisher, tmp_path / "list.csv")
    assert got.path.read_bytes() == b"content"
    assert publisher.asked[0]["user-agent"].startswith("enduse/")
    url = f"{publisher.url}/list.csv"
    assert fetch(url, tmp_path / "again.csv", got.stamp, QUICK, silent) is None
    publisher.data = b"other content"
    assert fetch(url, tmp_path / "again.csv", got.stamp, QUICK, silent) is not None


def test_a_transfer_that_breaks_off_goes_on_where_it_stopped(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.data = bytes(range(256)) * 4000
    publisher.cut_after, publisher.cuts = 300_000, 2
    got = get(publisher, tmp_path / "list.csv")
    assert got.path.read_bytes() == publisher.data
    begun = [one.get("range") for one in publisher.asked]
    assert begun[0] is None
    assert all(one and one != "bytes=0-" for one in begun[1:])


def test_a_broken_transfer_is_taken_up_by_the_next_command(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.data = b"x" * 600_000
    publisher.cut_after, publisher.cuts = 300_000, 1
    with pytest.raises(NotFetched, match="Run the same command again"):
        get(publisher, tmp_path / "list.csv", net=Net(timeout=5, tries=1))
    got = get(publisher, tmp_path / "list.csv")
    assert got.path.read_bytes() == publisher.data
    assert publisher.asked[-1]["range"] != "bytes=0-"


def test_a_server_that_falls_silent_is_left_and_asked_for_the_rest(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.data = bytes(range(256)) * 4000
    publisher.silent_after, publisher.silences = 300_000, 1
    got = get(publisher, tmp_path / "list.csv", net=Net(timeout=0.3, wait=0.01))
    assert got.path.read_bytes() == publisher.data
    assert len(publisher.asked) == 2 and publisher.asked[1]["range"] != "bytes=0-"


def test_a_server_that_stays_silent_is_an_error_that_says_so(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.data, publisher.silent_after, publisher.silences = b"x" * 1000, 0, 99
    with pytest.raises(NotFetched, match="Timeout"):
        get(publisher, tmp_path / "list.csv", net=Net(timeout=0.2, wait=0.01, tries=2))


def test_a_file_that_changed_meanwhile_is_fetched_from_its_start(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.data = b"old" * 200_000
    publisher.cut_after, publisher.cuts = 300_000, 1
    with pytest.raises(NotFetched):
        get(publisher, tmp_path / "list.csv", net=Net(timeout=5, tries=1))
    publisher.data = b"new" * 200_000
    assert get(publisher, tmp_path / "list.csv").path.read_bytes() == publisher.data


def test_a_busy_server_is_asked_again_and_a_refusal_is_final(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.data, publisher.refusals = b"content", 2
    assert get(publisher, tmp_path / "list.csv").path.read_bytes() == b"content"
    publisher.status = 403
    with pytest.raises(NotFetched, match="403"):
        get(publisher, tmp_path / "other.csv")
    assert len(publisher.asked) == 4


def test_a_server_that_is_not_there_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match="was not downloaded"):
        fetch("http://127.0.0.1:9/x", tmp_path / "x", Stamp(), Net(tries=1, timeout=1), silent)
    with pytest.raises(NotFetched, match="only http"):
        fetch("file:///etc/hostname", tmp_path / "x", Stamp(), QUICK, silent)


@pytest.mark.parametrize("chunked", [False, True])
def test_a_file_that_is_too_large_is_stopped(
    publisher: Publisher, tmp_path: Path, chunked: bool
) -> None:
    publisher.data, publisher.chunked = b"0" * 2_000_000, chunked
    with pytest.raises(NotFetched, match="larger than"):
        get(publisher, tmp_path / "list.csv", net=Net(limit=1_000_000, timeout=5))
    assert not (tmp_path / "list.csv").exists()


@pytest.mark.parametrize("name", ["Digest", "Repr-Digest"])
def test_a_wrong_checksum_of_the_server_is_noticed(
    publisher: Publisher, tmp_path: Path, name: str
) -> None:
    publisher.data = b"content"
    right = base64.b64encode(hashlib.sha256(b"content").digest()).decode()
    mark = ":" if name == "Repr-Digest" else ""
    publisher.headers = {name: f"sha-256={mark}{right}{mark}"}
    assert get(publisher, tmp_path / "list.csv").path.read_bytes() == b"content"
    publisher.data = b"contents"
    with pytest.raises(NotFetched, match="checksum"):
        get(publisher, tmp_path / "other.csv")
    assert list(tmp_path.glob("other.csv*")) in ([], [tmp_path / "other.csv.part.json"])
