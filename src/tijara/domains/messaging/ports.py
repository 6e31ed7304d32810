"""What carries messages to people: providers of the entry-point group `tijara.message_channels`."""

from typing import Any, ClassVar, Protocol

from .shapes import Accepted, Letter, NotAccepted


class MessageChannel(Protocol):
    """A vendor's way to reach people. `Settings` is a dataclass: what the vendor must be told.

    `send` is asked outside any transaction. It answers instead of raising: a vendor that is
    silent, busy or unknown is NotAccepted, and is asked again later unless that is no use.
    The same letter may come twice after a crash; its id tells a vendor who cares.
    """

    Settings: ClassVar[type[Any]]

    def __init__(self, settings: Any) -> None: ...

    def send(self, letter: Letter) -> Accepted | NotAccepted: ...
