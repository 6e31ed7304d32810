"""The demonstration market's channel: it takes everything and sends nothing. /inbox shows it."""

from dataclasses import dataclass

from tijara.domains.messaging.shapes import Accepted, Letter, NotAccepted


@dataclass(frozen=True, slots=True)
class NoSettings:
    """Nothing to set."""


class DemonstrationInbox:
    Settings = NoSettings

    def __init__(self, settings: NoSettings) -> None:
        self.settings = settings

    def send(self, letter: Letter) -> Accepted | NotAccepted:
        return Accepted(reference=str(letter.id))


__all__ = ["DemonstrationInbox"]
