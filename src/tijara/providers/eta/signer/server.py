"""The door that the market asks: a text is brought, its signature is given back."""

from tijara.platform.local_server import Answer, Asked, address_of, local_server

from .seal import Seal

LONGEST_TEXT = 2_000_000
SIGNATURE = "text/plain"


class Door:
    """On this machine alone: who reaches it from elsewhere does so by a tunnel of his own."""

    def __init__(self, seal: Seal, port: int) -> None:
        self._seal = seal
        self.server = local_server(port, self._answer, LONGEST_TEXT)

    @property
    def address(self) -> str:
        return f"{address_of(self.server)}/sign"

    def _answer(self, asked: Asked) -> Answer:
        """What is no text is refused."""
        is_asked = (asked.method, asked.target) == ("POST", "/sign")
        try:
            text = asked.body.decode() if is_asked else ""
        except UnicodeDecodeError:
            text = ""
        return Answer(200, self._seal.sign(text).encode(), SIGNATURE) if text else Answer(400)
