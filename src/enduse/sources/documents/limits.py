"""How much of the machine a file that nobody vouches for may use."""

from dataclasses import dataclass, replace

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; the defaults suit an analyst's laptop.

    Attributes:
        input_bytes: Largest file that is read at all.
        wall_seconds: Time until an answer must be there.
        cpu_seconds: Computing time for one file; four minutes read 3,000 dense pages of a PDF.
        memory_bytes: Address space of the child process (not enforced by macOS).
        text_characters: Longest canonical text.
        pages: Most pages, sheets or slides that are read.
        picture_pixels: Largest picture that is opened.
        scanned_pages: Most pages of one file whose text is read from their pictures.
        unpacked_bytes: Bytes that all members of an archive may unpack to, together.
        unpacked_ratio: Unpacked to packed bytes of one member above one megabyte.
        members: Most files in one archive.
        nesting_levels: How deep files may lie in files; 0 opens none.
    """

    input_bytes: int = 512 * _MEGABYTE
    wall_seconds: float = 420.0
    cpu_seconds: int = 240
    memory_bytes: int = 3072 * _MEGABYTE
    text_characters: int = 100_000_000
    pages: int = 5_000
    picture_pixels: int = 100_000_000
    scanned_pages: int = 60
    unpacked_bytes: int = 1024 * _MEGABYTE
    unpacked_ratio: int = 250
    members: int = 10_000
    nesting_levels: int = 4

    def inside(self) -> "Limits":
        """The limits for a file found inside one read under these: one level less.

        Example:
            >>> Limits(nesting_levels=4).inside().nesting_levels
            3
        """
        return replace(self, nesting_levels=max(0, self.nesting_levels - 1))
