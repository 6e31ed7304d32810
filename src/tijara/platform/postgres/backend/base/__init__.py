"""Django's connection to PostgreSQL; Django asks for this file and this class by their names.

psycopg forgets all that it has prepared whenever something is rolled back, because objects may have
been made and undone within. As the application, which makes none, that is a refused order that
leaves the next hundred statements without their plans. So the application's connections keep them;
those of the owner, who migrates, do as psycopg wishes. None of them waits for ever
(`platform/postgres/silence`).
"""

from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL
from psycopg._preparing import PrepareManager

from tijara.platform.postgres.silence import AskingConnection

MOST = 500
"""More than the statements that there are: whoever keeps a hundred, as is usual, makes each of
them anew when its turn comes again. One costs the server some tens of kilobytes."""


class Kept(PrepareManager):
    """A roll-back leaves what was prepared as it was: so does the server."""

    prepared_max = MOST

    def clear(self) -> bool:
        return False

    def forget(self) -> None:
        super().clear()


class DatabaseWrapper(PostgreSQL):
    keeps_prepared = False
    silence: float | None = None
    is_in_doubt = False
    _errors_occurred = False

    @property
    def errors_occurred(self) -> bool:
        """As Django keeps it, until somebody has looked whether the connection is still good."""
        return self._errors_occurred

    @errors_occurred.setter
    def errors_occurred(self, value: bool) -> None:
        self._errors_occurred = value
        self.is_in_doubt |= value

    def get_connection_params(self) -> dict[str, Any]:
        given = super().get_connection_params()
        self.keeps_prepared = given.pop("keeps_prepared", False)
        self.silence = given.pop("silence", None)
        return given

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        made = super().get_new_connection(conn_params)
        made.__class__ = AskingConnection
        made.autocommit = True
        made.silence = self.silence
        made.learn_pid()
        if self.keeps_prepared:
            kept = Kept()
            kept.prepare_threshold = made.prepare_threshold
            made._prepared = kept
        return made

    def _savepoint_rollback(self, sid: str) -> None:
        self._forget_broken()
        super()._savepoint_rollback(sid)

    def _rollback(self) -> None:
        self._forget_broken()
        super()._rollback()

    def _forget_broken(self) -> None:
        """What is rolled back because the server refused a statement: its plan may be of a table
        that has been changed since."""
        if self.is_in_doubt and self.keeps_prepared and self.connection is not None:
            self.connection._prepared.forget()
            self.is_in_doubt = False
