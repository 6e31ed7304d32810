"""The HTTP server around it. Indexes are refreshed when they are told to be, never by the clock."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from tijara.platform.local_server import Answer, Asked, address_of, local_server, serving

from .api import Api

LARGEST_BODY = 100 * 1024 * 1024


class Simulator:
    """Port 0 takes a free one."""

    def __init__(self, user: str = "tijara", password: str = "", port: int = 0) -> None:
        self.user, self.password = user, password
        self.expected = "Basic " + b64encode(f"{user}:{password}".encode()).decode()
        self.api = Api()
        self.server = local_server(port, self._answer, LARGEST_BODY)
        self.address = address_of(self.server)

    @contextmanager
    def running(self) -> Iterator["Simulator"]:
        with serving(self.server):
            yield self

    def _answer(self, asked: Asked) -> Answer | None:
        if asked.headers.get("Authorization", "") != self.expected:
            return Answer.told(401, {"error": "Unauthorized", "status": 401})
        if self.api.befalls("silent"):
            return None
        path = unquote(urlsplit(asked.target).path)
        return Answer.told(*self.api.answer(asked.method, path, asked.body))
