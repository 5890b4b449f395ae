"""Readers that do what a parser taken over by a hostile file might do."""

import os
import signal
import socket
import subprocess
import time

from enduse.sources.protocols import Document


class Hostile:
    """Does what its content says."""

    name = "hostile"
    version = "1"
    suffixes: tuple[str, ...] = (".evil",)

    def recognises(self, data: bytes, name: str) -> bool:
        return data.startswith(b"evil ")

    def read(self, data: bytes, source: str, name: str) -> Document:
        wish = data.split()[1].decode()
        return Document(str(getattr(self, wish)()))

    def crash(self) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)

    def sleep(self) -> None:
        time.sleep(60)

    def burn(self) -> None:
        while True:
            pass

    def swell(self) -> int:
        return len(bytearray(8 << 30))

    def fail(self) -> None:
        raise RuntimeError("a fault nobody foresaw")

    def connect(self) -> None:
        socket.create_connection(("127.0.0.1", 9))

    def start(self) -> None:
        subprocess.run(["/bin/true"], check=True)

    def chatter(self) -> str:
        os.write(1, b"not an answer\n" * 1000)
        return "calm"


class Liar(Hostile):
    """Sends answers that do not fit together."""

    name = "liar"

    def read(self, data: bytes, source: str, name: str) -> Document:
        from enduse.sources.protocols import Part

        return Document("short", (Part("page 1", 3, 99),))
