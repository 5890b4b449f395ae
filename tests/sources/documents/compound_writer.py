"""A tiny writer of compound files, the container of Outlook's letters."""

import struct
from collections.abc import Mapping

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def letter_properties(subject: str, sender: str, body: str) -> dict[str, bytes]:
    """Streams of a letter: every text in UTF-16, the property stream with only its head."""
    texts = {"0037": subject, "0C1A": sender, "0C1F": "ann@example.org", "1000": body}
    texts["001A"] = "IPM.Note"
    streams = {f"__substg1.0_{tag}001F": text.encode("utf-16-le") for tag, text in texts.items()}
    entries = b"".join(
        struct.pack("<HHIII", 0x001F, int(tag, 16), 6, len(text.encode("utf-16-le")) + 2, 0)
        for tag, text in texts.items()
    )
    streams["__properties_version1.0"] = bytes(32) + entries
    return streams


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file whose root holds these streams, all of them small."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    mini = b""
    minifat: list[int] = []
    starts: dict[str, int] = {}
    for name in names:
        data = streams[name]
        count = max(1, -(-len(data) // _MINI))
        starts[name] = len(minifat)
        minifat += [len(minifat) + i + 1 for i in range(count - 1)] + [_END]
        mini += data.ljust(count * _MINI, b"\0")
    directory = _entry("Root Entry", 5, _END, len(mini), child=1)
    for number, name in enumerate(names, start=1):
        right = number + 1 if number < len(names) else _FREE
        directory += _entry(name, 2, starts[name], len(streams[name]), right=right)
    packed = [
        _padded(directory),
        _padded(b"".join(struct.pack("<I", one) for one in minifat), b"\xff"),
        _padded(mini),
    ]
    sizes = [len(part) // _SECTOR for part in packed]
    first = [1, 1 + sizes[0], 1 + sizes[0] + sizes[1]]
    directory = packed[0][:116] + struct.pack("<I", first[2]) + packed[0][120:]
    fat = [_FAT]
    for size in sizes:
        fat += [len(fat) + i + 1 for i in range(size - 1)] + [_END]
    table = _padded(b"".join(struct.pack("<I", one) for one in fat), b"\xff")
    head = _header(first, sizes[1])
    return head + table + directory + packed[1] + packed[2]


def _header(first: list[int], minifat_sectors: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIII", 0, 1, first[0], 0, 4096)
    head += struct.pack("<IIII", first[1], minifat_sectors, _END, 0)
    return head + struct.pack("<I", 0) + b"\xff" * (4 * 108)


def _entry(
    name: str, kind: int, start: int, size: int, *, right: int = _FREE, child: int = _FREE
) -> bytes:
    packed = name.encode("utf-16-le").ljust(64, b"\0")
    packed += struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, _FREE, right, child)
    return packed + bytes(36) + struct.pack("<IQ", start, size)


def _padded(data: bytes, filler: bytes = b"\0") -> bytes:
    return data + filler * (-len(data) % _SECTOR)
