"""Become the owner of a fresh installation: whoever holds its key, once."""

from uuid import UUID

from tijara.domains.accounts.actions import (
    EmailTaken,
    create_account,
    set_password,
    set_staff_role,
)
from tijara.domains.accounts.queries import account_by_recipient
from tijara.domains.accounts.shapes import StaffRole
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import VISITOR_POWERS, Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import Installation
from ..rules import key_fault
from ..shapes import Step
from .issue_key import SetupOver


class KeyWrong(Refusal):
    """Never given out, replaced by a newer one, or used already."""

    code = "installation.key_wrong"
    kind = Kind.FORBIDDEN


class KeyOver(Refusal):
    code = "installation.key_over"
    kind = Kind.FORBIDDEN


FAULTS: dict[str, type[Refusal]] = {"wrong": KeyWrong, "over": KeyOver}


@action(power=Power.SIGN_IN)
def claim_installation(
    actor: Actor, *, key: str, recipient: str, name: str, password: str, language: str
) -> UUID:
    """The owner's id; his account is an administrator's. Who claims it anew with a newer key takes
    the place of who did before."""
    row = Installation.objects.locked()
    if row is not None and row.finished_at is not None:
        raise SetupOver
    fault = key_fault(key, row.key_digest, row.key_until, now()) if row else "wrong"
    if row is None or fault:
        raise FAULTS[fault]
    if not password:
        raise Invalid({"password": "required"})
    before = row.owner_id
    row.owner_id = _account(before, recipient, name, password, language)
    if before and before != row.owner_id:
        set_staff_role(actor=SYSTEM, person_id=before, role=None)
    row.key_digest, row.key_until = "", None
    row.done = sorted({*row.done, Step.OWNER.value})
    row.save(update_fields=["owner_id", "key_digest", "key_until", "done"])
    return row.owner_id


def _account(before: UUID | None, recipient: str, name: str, password: str, language: str) -> UUID:
    """A new one; his own with another password, where he was the owner already."""
    known = account_by_recipient(recipient)
    if known is not None and known.id == before:
        himself = Actor(ActorKind.BUYER, known.id, powers=VISITOR_POWERS)
        set_password(actor=himself, new=password)
        return known.id
    if known is not None:
        raise EmailTaken
    return create_account(
        actor=SYSTEM,
        **{"phone" if recipient.startswith("+") else "email": recipient},
        name=name,
        password=password,
        language=language,
        staff_role=StaffRole.ADMIN,
    )
