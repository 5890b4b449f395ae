"""A language model on this machine that says what a test tells it to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[BaseHTTPRequestHandler, str], None]


@dataclass
class Model:
    """A running server: its address, and what it was asked."""

    address: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)

    def document(self, number: int) -> str:
        user = self.asked[number]["messages"][1]["content"]
        return str(json.loads(user)["document"])


@contextmanager
def serving(*replies: Reply) -> Iterator[Model]:
    """Answer the first question by the first reply, and so on; the last one stays."""
    model = Model("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            number = len(model.asked)
            model.asked.append(body)
            model.tokens.append(self.headers.get("Authorization"))
            document = json.loads(body["messages"][1]["content"])["document"]
            try:
                replies[min(number, len(replies) - 1)](self, document)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def saying(content: str) -> Reply:
    """A reply whose message is this text."""
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    return lambda handler, _: send(handler, body)


def claiming(*claims: dict[str, Any]) -> Reply:
    """A reply with these claims."""
    return saying(json.dumps({"claims": list(claims)}))


def failing(status: int) -> Reply:
    return lambda handler, _: send(handler, b"no", status)
