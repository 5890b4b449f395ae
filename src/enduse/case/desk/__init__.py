"""The desk: what is screened outside of any case, what was judged about it, and its record."""

from enduse.case.desk.desk import Desk, Waiting
from enduse.case.desk.recording import Answered, Recording, Terms

__all__ = ["Answered", "Desk", "Recording", "Terms", "Waiting"]
