"""The address of a language model, and one question asked of it within limits."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from enduse.errors import BadInput

if TYPE_CHECKING:
    import httpx

__all__ = ["Endpoint", "NoAnswer", "ask"]

_LONGEST_ANSWER = 4_000_000
_TRY_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504))


class NoAnswer(Exception):
    """The model gave no usable answer; the message says why, without address or key."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible address and the limits within which it is asked.

    Attributes:
        address: Up to and without "/chat/completions": "http://127.0.0.1:8080/v1".
        model: Name of the model there.
        key: Sent as bearer token; never printed, never written to a case.
        timeout_s: Seconds for one answer, from question to last byte.
        retries: How often a failed question is asked again.
        pause_s: Seconds before the first retry; doubled for each further one.
        window: Characters of text in one question.
        overlap: Characters that two neighbouring windows share.

    Raises:
        BadInput: The address is no http address, or a limit makes no sense.
    """

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout_s: float = 120.0
    retries: int = 2
    pause_s: float = 1.0
    window: int = 8000
    overlap: int = 1000

    def __post_init__(self) -> None:
        if not self.address.startswith(("http://", "https://")):
            raise BadInput(
                "The address of the language model does not begin with http:// or https://.",
                hint="Give it as in http://127.0.0.1:8080/v1.",
            )
        if not 0 <= self.overlap < self.window or self.timeout_s <= 0 or self.retries < 0:
            raise BadInput(
                "The limits of the language model contradict each other.",
                hint="The overlap must be shorter than the window, and the time more than zero.",
            )


def ask(endpoint: Endpoint, messages: list[dict[str, str]], schema: Mapping[str, Any]) -> str:
    """Return the text of the model's answer.

    Raises:
        NoAnswer: Every try failed, was too slow, too long, or no answer of the known form.
    """
    body = {
        "model": endpoint.model,
        "messages": messages,
        "temperature": 0,
        "seed": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": schema},
        },
    }
    why = ""
    for attempt in range(endpoint.retries + 1):
        if attempt:
            time.sleep(endpoint.pause_s * 2 ** (attempt - 1))
        try:
            return _once(endpoint, body)
        except _Again as error:
            why = str(error)
    raise NoAnswer(why)


class _Again(Exception):
    """This try failed in a way that another may not."""


def _once(endpoint: Endpoint, body: Mapping[str, Any]) -> str:
    import httpx

    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    address = endpoint.address.rstrip("/") + "/chat/completions"
    limits = httpx.Timeout(endpoint.timeout_s)
    try:
        # No redirects: the text of a document goes to the address the user gave, nowhere else.
        with (
            httpx.Client(timeout=limits, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", address, json=body, headers=headers) as response,
        ):
            if response.status_code in _TRY_AGAIN:
                raise _Again(f"it answered with status {response.status_code}")
            if response.status_code != 200:
                raise NoAnswer(f"it answered with status {response.status_code}")
            return _message(_read(response, endpoint.timeout_s))
    except httpx.TimeoutException as error:
        raise _Again(f"it was silent for {endpoint.timeout_s:g} seconds") from error
    except httpx.HTTPError as error:
        raise _Again(f"the connection failed ({type(error).__name__})") from error


def _read(response: "httpx.Response", seconds: float) -> bytes:
    """The body, within the limits of time and size: a drip of bytes is no answer."""
    until = time.monotonic() + seconds
    parts, size = [], 0
    for part in response.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > _LONGEST_ANSWER:
            raise NoAnswer(f"its answer is longer than {_LONGEST_ANSWER} bytes")
        if time.monotonic() > until:
            raise _Again(f"its answer took longer than {seconds:g} seconds")
    return b"".join(parts)


def _message(body: bytes) -> str:
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise NoAnswer("its answer has not the form of a chat completion") from error
    if not isinstance(content, str):
        raise NoAnswer("its answer has not the form of a chat completion")
    return content
