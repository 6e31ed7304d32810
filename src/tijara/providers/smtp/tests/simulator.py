"""An SMTP server on loopback that speaks the real protocol and answers as it is told."""

import asyncio
import threading
from contextlib import contextmanager

from aiosmtpd.smtp import SMTP, Envelope, Session


class Desk:
    """What the server does with a letter. `recipient_answer` and `data_answer` are SMTP replies;
    while `is_silent`, the answer to DATA never comes."""

    def __init__(self) -> None:
        self.recipient_answer = ""
        self.data_answer = "250 2.0.0 queued"
        self.is_silent = False
        self.envelopes: list[Envelope] = []
        self.closed = threading.Event()

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address, _):
        if self.recipient_answer:
            return self.recipient_answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope):
        if self.is_silent:
            await server.loop.run_in_executor(None, self.closed.wait, 10)
        if self.data_answer.startswith("2"):
            self.envelopes.append(envelope)
        return self.data_answer


@contextmanager
def smtp_server():
    """(desk, port) of a server that lives as long as the block, in a thread of its own."""
    desk, loop = Desk(), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(_listen(desk, loop), loop).result(5)
    try:
        yield desk, server.sockets[0].getsockname()[1]
    finally:
        desk.closed.set()
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)


async def _listen(desk: Desk, loop: asyncio.AbstractEventLoop) -> asyncio.Server:
    return await loop.create_server(
        lambda: SMTP(desk, hostname="localhost", enable_SMTPUTF8=True, loop=loop), "127.0.0.1", 0
    )
