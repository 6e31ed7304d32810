"""Tell an applicant no, and why. He may mend it and ask again."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Application
from .approve_application import ApplicationDecided
from .tell_applicant import tell_applicant


class ReasonMissing(Invalid):
    code = "stores.reason_missing"


@action(power=Power.SELLERS_MANAGE)
def reject_application(*, actor: Actor, application_id: UUID, reason: str) -> None:
    reason = strip_controls(reason)
    asked = Application.objects.waiting_locked(application_id)
    if asked is None:
        raise ApplicationDecided
    if not reason or len(reason) > 500:
        raise ReasonMissing({"reason": "too_long" if reason else "required"})
    asked.decided_at, asked.decided_by, asked.reason = now(), actor.person_id, reason
    asked.save(update_fields=["decided_at", "decided_by", "reason"])
    tell_applicant(actor=SYSTEM, application=asked)
