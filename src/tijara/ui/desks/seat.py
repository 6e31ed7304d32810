"""Who sits at a desk, and how the desk draws its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import NotAllowed
from tijara.ui.language import local


@dataclass(frozen=True, slots=True)
class Seat:
    """`start` is where the desk's addresses begin. `draw` takes a template of the ui, its context
    and a status, and puts the desk's frame around it."""

    actor: Actor
    start: str
    draw: Callable[[str, dict, int], HttpResponse]
    shows_events: bool = False
    """Whether the desk has a page for each event."""

    @property
    def owner_id(self) -> UUID:
        return self.actor.owner_id or OPERATOR_ID

    def must(self, power: Power) -> None:
        """For pages that only some roles may open."""
        if not self.actor.may(power):
            raise NotAllowed(power=str(power))

    def address(self, path: str) -> str:
        """In the language and the market of the page."""
        return local(f"{self.start}/{path}")
