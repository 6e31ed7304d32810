"""Connections that don't wait for ever for a server that is no longer there.

A machine that vanishes, or a pooler that hangs between, closes nothing: whoever waits for an answer
then waits for hours. Over TCP the system finds most of it out (`KEEPALIVES`); what it can't see is
found out here.
"""

import os
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.errors import OperationalError, TooManyConnections, _WaitTimeout

SILENCE = float(os.environ.get("TIJARA_DATABASE_SILENCE", "20"))
"""Seconds without an answer after which it is asked whether somebody still works on it."""
LAST_LOOK = 1.0
"""Seconds for an answer that was on its way while it was asked."""
CONNECT = 10
KEEPALIVES = {
    "connect_timeout": CONNECT,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""libpq's, in seconds (the last in milliseconds): TCP alone knows them."""
HURRIED = {"connect_timeout": 2, "tcp_user_timeout": 2_000, "silence": 2.0}
"""Of a server without which all goes on as well: nobody shall wait for it."""
SERVERS_KEEPALIVES = (
    "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
)
"""The same from the server's side: the locks of a machine that vanished are free within a minute
(else within hours)."""
AT_WORK = "SELECT state = 'active' FROM pg_stat_activity WHERE pid = %s"
"""Within a transaction whose last answer was lost it is not, either."""
WAIT_INTERVAL = 0.1
UNSAID = -1.0
"""For who may say None."""


class SilentServer(OperationalError):
    """Nobody works on what was asked, or nobody can be asked."""


class BoundedConnection(psycopg.Connection):
    """For short statements: an answer comes within `SILENCE`, or the connection is given up.
    `notifies()` waits for as long as it is told."""

    def wait(
        self, gen: Any, interval: float = WAIT_INTERVAL, timeout: float | None = UNSAID
    ) -> Any:
        if timeout != UNSAID:
            return super().wait(gen, interval=interval, timeout=timeout)
        try:
            return super().wait(gen, interval=interval, timeout=SILENCE)
        except _WaitTimeout:
            self.pgconn.finish()
            raise SilentServer(f"no answer for {SILENCE:.0f} s") from None


class BoundedAsyncConnection(psycopg.AsyncConnection):
    """The same for coroutines."""

    async def wait(
        self, gen: Any, interval: float = WAIT_INTERVAL, timeout: float | None = UNSAID
    ) -> Any:
        if timeout != UNSAID:
            return await super().wait(gen, interval=interval, timeout=timeout)
        try:
            return await super().wait(gen, interval=interval, timeout=SILENCE)
        except _WaitTimeout:
            self.pgconn.finish()
            raise SilentServer(f"no answer for {SILENCE:.0f} s") from None


class AskingConnection(psycopg.Connection):
    """For statements that may take long: where no answer comes for `SILENCE`, another connection
    asks whether the server is still at work on it. Only where it isn't, or where nobody can be
    asked, the connection is given up."""

    server_pid = 0
    """As the server itself says: a pooler tells its clients numbers of its own."""
    silence: float | None = None
    """Seconds of this connection alone; None: `SILENCE`."""

    def learn_pid(self) -> None:
        (self.server_pid,) = self.execute("SELECT pg_backend_pid()").fetchone() or (0,)

    def wait(
        self, gen: Any, interval: float = WAIT_INTERVAL, timeout: float | None = UNSAID
    ) -> Any:
        if timeout != UNSAID:
            return super().wait(gen, interval=interval, timeout=timeout)
        silence = self.silence or SILENCE
        try:
            while True:
                try:
                    return super().wait(gen, interval=interval, timeout=silence)
                except _WaitTimeout:
                    if not self._is_worked_on():
                        return super().wait(gen, interval=interval, timeout=LAST_LOOK)
        except _WaitTimeout:
            self.pgconn.finish()
            raise SilentServer(f"no answer for {silence:.0f} s, and no work on it") from None

    def _is_worked_on(self) -> bool:
        known = self.info.get_parameters() | {"password": self.info.password}
        patience = str(min(CONNECT, max(round(self.silence or SILENCE), 2)))
        place = make_conninfo(**known | {"connect_timeout": patience})
        try:
            with BoundedConnection.connect(place, autocommit=True) as another:
                (is_busy,) = another.execute(AT_WORK, [self.server_pid]).fetchone() or (False,)
                return bool(is_busy)
        except TooManyConnections:
            return True
        except OperationalError:
            return False
