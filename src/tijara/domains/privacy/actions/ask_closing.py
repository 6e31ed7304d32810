"""Ask that one's own account is closed: for some days signing in takes it back."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.actions import end_devices
from tijara.domains.accounts.queries import account
from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import NotAllowed, action
from tijara.platform.audit.recorder import record_act

from ..models import Closing
from ..queries import closing_of, hurdles_of
from ..queries.days import day_of
from ..shapes import CLOSING_TIME, ClosingView


class CannotClose(Refusal):
    """Something is in the way: `queries.hurdles_of` says what."""

    code = "privacy.cannot_close"


@action(power=Power.SIGN_IN)
def ask_closing(*, actor: Actor, market_id: UUID | None = None) -> ClosingView:
    """Pressed twice it is asked once. He is signed out everywhere: who enters, stays."""
    person = account(actor.person_id) if actor.person_id else None
    if person is None or not person.is_active:
        raise NotAllowed(power=Power.SIGN_IN)
    if hurdles_of(person.id):
        raise CannotClose
    moment = now()
    fresh = Closing(
        person_id=person.id, asked_at=moment, due_at=moment + CLOSING_TIME, market_id=market_id
    )
    Closing.objects.bulk_create([fresh], ignore_conflicts=True)
    asked = closing_of(person.id)
    if asked is None:
        raise NotAllowed(power=Power.SIGN_IN)
    if asked.asked_at == moment:
        _tell(person, asked, market_id)
        record_act(actor, "privacy.ask_closing", {"due_at": asked.due_at})
    end_devices(actor=actor, person_id=person.id)
    return asked


def _tell(person: AccountCard, asked: ClosingView, market_id: UUID | None) -> None:
    words = LetterWords(
        kind="privacy.closing_asked",
        to=person.addressee,
        language=person.language,
        template="privacy/messages/closing_asked.txt",
        facts={"day": day_of(asked.due_at, market_id)},
        link_to="account",
        link_facts={},
        button=_("Keep your account"),
        market_id=market_id,
    )
    key = f"{words.kind}:{asked.asked_at.timestamp()}"
    write_letter(actor=SYSTEM, owner_id=person.id, key=key, words=words)
