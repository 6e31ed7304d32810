"""Make a person staff of the operator, change what he does there, or let him go."""

from uuid import UUID

from tijara.domains.accounts.models import User
from tijara.domains.accounts.shapes import StaffRole
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action


class NoSuchAccount(Refusal):
    code = "accounts.no_such_account"
    kind = Kind.MISSING


class LastAdmin(Refusal):
    """A market without an administrator could never have one again."""

    code = "accounts.last_admin"


@action(power=Power.ACCOUNTS_MANAGE)
def set_staff_role(actor: Actor, *, person_id: UUID, role: StaffRole | None) -> None:
    """All administrators are locked, so that two can't let one another go at once."""
    admins = User.objects.select_for_update().filter(staff_role=StaffRole.ADMIN, is_active=True)
    others = [one.id for one in admins.order_by("id") if one.id != person_id]
    if role is not StaffRole.ADMIN and not others:
        raise LastAdmin
    if not User.objects.filter(id=person_id).update(staff_role=role or ""):
        raise NoSuchAccount
