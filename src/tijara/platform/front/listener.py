"""Hear what `platform.changes` tells, on a connection and a thread of its own.

It also tells itself a word every few seconds. Only while that comes back is anything believed: a
pooler that swallows it, or a line that is cut, is found out, and pages are drawn anew each time.
"""

import logging
import secrets
import threading
from collections.abc import Callable

import psycopg
from procrastinate.contrib.django.utils import connector_params

from tijara.platform.changes import CHANNEL
from tijara.platform.postgres.silence import BoundedConnection

LISTEN = f"LISTEN {CHANNEL}"
BEAT = 5.0
PAUSE = 0.5
PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 5000}
log = logging.getLogger(__name__)


class Listener:
    """`hear` gets the tags of each telling, `gain` and `lose` when hearing begins and ends; all
    three on the listener's thread."""

    def __init__(
        self,
        hear: Callable[[list[str]], object],
        gain: Callable[[], object],
        lose: Callable[[], object],
    ) -> None:
        self.hear, self.gain, self.lose = hear, gain, lose
        self.word = f"beat-{secrets.token_hex(8)}"
        self.has_ended = threading.Event()
        self.thread = threading.Thread(target=self._run, name="listener", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        self.has_ended.set()

    def _run(self) -> None:
        while not self.has_ended.is_set():
            try:
                self._listen()
            except psycopg.Error as error:
                log.warning("nothing is heard of changes: %s", type(error).__name__)
            except Exception:
                log.exception("the listener failed")
            self.lose()
            self.has_ended.wait(PAUSE)

    def _listen(self) -> None:
        """Until the connection breaks, or the own word doesn't come back."""
        given = connector_params() | PATIENCE
        with BoundedConnection.connect(**given, autocommit=True) as connection:
            connection.execute(LISTEN)
            hears = False
            while not self.has_ended.is_set():
                connection.execute("SELECT pg_notify(%s, %s)", [CHANNEL, self.word])
                came = self._heard(connection, is_new=not hears)
                if not came:
                    return
                hears = True

    def _heard(self, connection: psycopg.Connection, *, is_new: bool) -> bool:
        """What is told during one beat; whether the own word was among it."""
        came = False
        for told in connection.notifies(timeout=BEAT):
            if told.payload == self.word:
                if is_new:
                    self.gain()
                came, is_new = True, False
            elif not told.payload.startswith("beat-"):
                self.hear(told.payload.split(" "))
        return came
