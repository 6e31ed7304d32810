"""Close an account for good: nobody enters by it any more, and it names nobody."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password

from tijara.domains.accounts.models import User
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from .end_devices import end_devices


@action(power=Power.SYSTEM)
def forget_account(actor: Actor, *, person_id: UUID) -> None:
    """Its id stays: the books and the audit log name it. Phone and e-mail are free for another."""
    end_devices(actor=SYSTEM, person_id=person_id)
    Authenticator.objects.filter(user_id=person_id).delete()
    User.objects.filter(id=person_id).update(
        email=None,
        phone=None,
        name="",
        wish="",
        staff_role="",
        password=make_password(None),
        is_active=False,
        last_login=None,
    )
