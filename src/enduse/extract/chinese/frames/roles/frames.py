"""The frames by the names that the table of verbs uses."""

from enduse.extract.chinese.frames.roles.companies import (
    date_frame,
    hold_frame,
    part_frame,
    place_frame,
    work_frame,
)
from enduse.extract.chinese.frames.roles.figures import (
    carry_frame,
    costs_frame,
    flies_frame,
    weighs_frame,
)
from enduse.extract.chinese.frames.roles.law import ban_frame, control_frame, crime_frame, law_frame
from enduse.extract.chinese.frames.roles.making import (
    engage_frame,
    found_frame,
    make_frame,
    origin_frame,
    plan_frame,
    rate_frame,
    use_frame,
    uses_frame,
    version_frame,
)
from enduse.extract.chinese.frames.roles.parties import Frame
from enduse.extract.chinese.frames.roles.speech import act_frame, file_frame, saw_frame, urge_frame
from enduse.extract.chinese.frames.roles.supply import (
    entrust_frame,
    for_frame,
    get_frame,
    give_frame,
    move_frame,
    via_frame,
    with_frame,
)

__all__ = ["FRAMES"]


FRAMES: dict[str, Frame] = {
    "give": give_frame,
    "move": move_frame,
    "get": get_frame,
    "make": make_frame,
    "with": with_frame,
    "hold": hold_frame,
    "place": place_frame,
    "date": date_frame,
    "ban": ban_frame,
    "act": act_frame,
    "for": for_frame,
    "via": via_frame,
    "entrust": entrust_frame,
    "work": work_frame,
    "part": part_frame,
    "use": use_frame,
    "carry": carry_frame,
    "uses": uses_frame,
    "flies": flies_frame,
    "law": law_frame,
    "saw": saw_frame,
    "file": file_frame,
    "urge": urge_frame,
    "engage": engage_frame,
    "rate": rate_frame,
    "found": found_frame,
    "origin": origin_frame,
    "crime": crime_frame,
    "version": version_frame,
    "control": control_frame,
    "plan": plan_frame,
    "costs": costs_frame,
    "weighs": weighs_frame,
}
