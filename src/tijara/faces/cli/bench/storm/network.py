"""The network between the market and its database, which the bench can spoil.

The server's socket is put one folder deeper (`local.conf`), and this stands where everybody looks
for it: all that web, worker, supervisor and commands say to the database goes through it, byte by
byte, and nobody's settings change. The bench itself looks past it.
"""

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tijara.platform.postgres import cluster

PIECE = 65536
BEHIND = "behind"
WITHIN = 10.0
UP, DOWN = "up", "down"


@dataclass(slots=True, eq=False)
class Line:
    """One connection; `UP` is the way to the server. `ends` says on which way the next piece is its
    last, `is_told` whether the client hears of its end."""

    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    ends: str = ""
    is_told: bool = True
    is_over: bool = False

    def end(self) -> None:
        """The server's side always, the client's where he is told."""
        self.is_over = True
        self.server.transport.abort()
        if self.is_told:
            self.client.transport.abort()

    def forget(self) -> None:
        self.is_told = True
        self.end()


@dataclass(slots=True)
class Network:
    outside: Path
    inside: Path
    delay: float = 0.0
    lines: set[Line] = field(default_factory=set)
    is_open: asyncio.Event = field(default_factory=asyncio.Event)
    is_over: asyncio.Event = field(default_factory=asyncio.Event)
    loop: asyncio.AbstractEventLoop | None = None

    # How it is spoiled, on its own thread ----------------------------------------------------

    def slow_down(self, delay: float) -> None:
        """Seconds for each piece, on either way."""
        self.delay = delay

    def swallow(self) -> None:
        """What is sent stays on its way until `mend`: nobody is told anything."""
        self.is_open.clear()

    def cut(self, chance: Random, *, is_told: bool) -> None:
        """Every connection ends in the middle of its next message, a request or an answer. Who is
        not told waits for the rest."""
        for line in self.lines:
            line.ends, line.is_told = chance.choice((UP, DOWN)), is_told

    def mend(self) -> None:
        self.delay = 0.0
        self.is_open.set()
        for line in self.lines:
            if not line.is_over:
                line.ends, line.is_told = "", True

    def end(self) -> None:
        self.is_over.set()

    def do(self, work: Callable[[], None]) -> None:
        """One of the above, from another thread; returns when it is done."""
        done = threading.Event()
        if self.loop is not None:
            self.loop.call_soon_threadsafe(lambda: (work(), done.set()))
        if not done.wait(WITHIN):
            raise TimeoutError("the bench's own network does not answer")

    # What it carries -------------------------------------------------------------------------

    async def serve(self, stands: threading.Event) -> None:
        self.loop = asyncio.get_running_loop()
        self.is_open.set()
        server = await asyncio.start_unix_server(self._take, self.outside)
        stands.set()
        await self.is_over.wait()
        server.close()
        for line in list(self.lines):
            line.forget()

    async def _take(self, from_client: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        try:
            from_server, server = await asyncio.open_unix_connection(self.inside)
        except OSError:
            client.transport.abort()
            return
        line = Line(client, server)
        self.lines.add(line)
        try:
            await asyncio.gather(
                self._carry(line, from_client, server, UP),
                self._carry(line, from_server, client, DOWN),
            )
        finally:
            line.forget()
            self.lines.discard(line)

    async def _carry(
        self, line: Line, source: asyncio.StreamReader, to: asyncio.StreamWriter, way: str
    ) -> None:
        """Until one side has ended: then so has the other, if it may hear of it."""
        with suppress(OSError):
            while piece := await source.read(PIECE):
                await self.is_open.wait()
                if self.delay:
                    await asyncio.sleep(self.delay)
                if line.ends == way and not line.is_over:
                    to.write(piece[: len(piece) // 2] if line.is_told else b"")
                    line.end()
                if not line.is_over:
                    to.write(piece)
                    await to.drain()
        if way == UP or line.is_told:
            line.forget()


@contextmanager
def between() -> Iterator[Network]:
    """While it lasts the database of a market that stands still is reached through the network
    alone."""
    own = cluster.of_checkout()
    folder = Path(own.listening.socket_folder)
    deeper = folder / BEHIND
    for one in (folder, deeper):
        one.mkdir(mode=0o700, exist_ok=True)
        if own.user.is_other:
            os.chown(one, own.user.uid, own.user.gid)
    wishes = own.files / "local.conf"
    wishes.write_text(f"unix_socket_directories = '{deeper}'\n")
    wishes.chmod(0o644)
    socket = f".s.PGSQL.{own.listening.port}"
    network, stands = Network(folder / socket, deeper / socket), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(network.serve(stands)), daemon=True)
    thread.start()
    if not stands.wait(WITHIN):
        raise TimeoutError("the bench's own network does not stand")
    try:
        yield network
    finally:
        network.do(network.end)
        thread.join()
