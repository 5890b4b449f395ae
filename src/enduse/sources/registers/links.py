"""How holdings, offices and other ties are written in FollowTheMoney, the same for all registers.

An `Ownership` says in `ownershipType` what is held: "shares", "votes" or "control" (control
without regard to shares), and further "direct", "indirect", "beneficial", "component" (a link of
a chain), "chain" (the sum of a chain whose links are records of their own). Several owners of one
`Ownership` hold it together. `percentage` is a number as written ("25"), or a band: "25-50",
">25-50" (more than 25), "50-<75" (less than 75).
"""

from typing import Final

SCHEMA: Final = {
    "shares": "Ownership",
    "votes": "Ownership",
    "control": "Ownership",
    "office": "Directorship",
    "link": "UnknownLink",
}
ENDS: Final = {
    "shares": ("owner", "asset"),
    "votes": ("owner", "asset"),
    "control": ("owner", "asset"),
    "office": ("director", "organization"),
    "link": ("subject", "object"),
}
