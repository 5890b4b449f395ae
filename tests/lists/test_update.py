"""A list is brought up to date from its publisher or a mirror, or stays as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from enduse.errors import BadInput, ListRefused, NotFetched
from enduse.lists.fetch import Net
from enduse.lists.install import Order
from enduse.lists.update import update
from enduse.lists.version import current_id, versions
from tests.lists.conftest import Publisher, rows

KIND = "made_up_list"
FOUR = rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru", "4 Wektor by")


def net(publisher: Publisher) -> Net:
    return Net(mirror=publisher.url, timeout=5, wait=0.01, tries=2)


def test_a_list_comes_from_a_mirror_with_the_day_the_server_gives(
    publisher: Publisher, home: Path
) -> None:
    publisher.data = FOUR.encode()
    made = update(KIND, home, net(publisher)).version
    assert (made.day, made.day_from, made.parties) == ("2026-11-02", "server", 4)
    assert made.files[0].url == "https://example.invalid/list.csv"
    assert not (home / "lists" / KIND / "downloads").exists()


def test_an_unchanged_list_is_asked_for_and_not_fetched(publisher: Publisher, home: Path) -> None:
    publisher.data = FOUR.encode()
    first = update(KIND, home, net(publisher))
    again = update(KIND, home, net(publisher))
    assert (again.is_new, again.version.id) == (False, first.version.id)
    assert "if-none-match" in publisher.asked[-1]


def test_a_changed_list_becomes_a_new_version(publisher: Publisher, home: Path) -> None:
    publisher.data = FOUR.encode()
    old = update(KIND, home, net(publisher)).version.id
    publisher.data = (FOUR + "5;Fifth;ru;x\n").encode()
    done = update(KIND, home, net(publisher))
    assert (done.is_new, done.before) == (True, old)
    assert [v.parties for v in versions(home, KIND)].count(4) == 1


@pytest.mark.parametrize("fault", ["half", "shrunk", "page", "refused", "broken off"])
def test_whatever_goes_wrong_the_old_version_stays(
    publisher: Publisher, home: Path, fault: str
) -> None:
    publisher.data = FOUR.encode()
    old = update(KIND, home, net(publisher)).version.id
    match fault:
        case "half":
            publisher.data, publisher.chunked = FOUR.encode()[: len(FOUR) // 2], True
        case "shrunk":
            publisher.data = rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru").encode()
        case "page":
            publisher.data = b"<html>Please sign in</html>"
        case "refused":
            publisher.status = 403
        case "broken off":
            publisher.data = FOUR.encode() * 2
            publisher.cut_after, publisher.cuts = 10, 99
    with pytest.raises((ListRefused, NotFetched, BadInput)):
        update(KIND, home, net(publisher))
    assert current_id(home, KIND) == old
    publisher.status, publisher.cuts, publisher.chunked = 200, 0, False
    publisher.data = FOUR.encode()
    assert update(KIND, home, net(publisher)).version.id == old


def test_a_proxy_is_asked_in_the_publishers_place(publisher: Publisher, home: Path) -> None:
    publisher.data = FOUR.encode()
    through = replace(net(publisher), mirror="http://publisher.invalid/copies", proxy=publisher.url)
    assert update(KIND, home, through).version.parties == 4
    assert publisher.asked[0]["path"] == "http://publisher.invalid/copies/list.csv"


def test_a_list_without_addresses_asks_for_its_files(home: Path) -> None:
    with pytest.raises(BadInput, match="No address"):
        update("bods", home, order=Order())
