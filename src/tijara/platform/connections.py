"""Connections of threads that live long: mended before they are used, and given back at the end."""

import select
import time

from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper

PATIENCE = 5.0
"""Seconds that is waited for a database that is being brought back."""


def mend_connections() -> None:
    """A connection that is readable while idle was closed by the server. It is opened anew before
    the work begins, waiting a little for a database that is just being brought back: no statement
    is spent on asking, and a restart costs nobody an error. For a replica nobody waits.
    """
    for wrapper in connections.all(initialized_only=True):
        if wrapper.connection is not None and not wrapper.in_atomic_block and _is_lost(wrapper):
            wrapper.close()
            if wrapper.alias == DEFAULT_DB_ALIAS:
                _open_patiently(wrapper)


def give_connections_back() -> None:
    """Those of this thread, which has no more use for them."""
    connections.close_all()


def _is_lost(wrapper: BaseDatabaseWrapper) -> bool:
    if wrapper.connection.closed:  # it broke under the last work: there is no socket to ask
        return True
    poll = select.poll()
    poll.register(wrapper.connection.pgconn.socket, select.POLLIN)
    return bool(poll.poll(0))


def _open_patiently(wrapper: BaseDatabaseWrapper) -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            wrapper.ensure_connection()
            return
        except Error:
            if time.monotonic() > ends:
                return
            time.sleep(0.05)
