"""Change one's own password. Every other session of the person ends with it."""

from django.contrib.auth.hashers import make_password

from tijara.domains.accounts.models import User
from tijara.domains.accounts.rules import password_problem
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action


class WrongOldPassword(Refusal):
    code = "accounts.wrong_old_password"
    kind = Kind.INVALID


@action(power=Power.SIGN_IN)
def change_password(actor: Actor, *, old: str, new: str) -> None:
    """Sessions carry a hash of the password, so that those opened with the old one are over."""
    person = User.objects.select_for_update().filter(id=actor.person_id, is_active=True).first()
    if person is None or not person.check_password(old):
        raise WrongOldPassword
    if problem := password_problem(new, own=person.own_words()):
        raise Invalid({"new": problem})
    person.password = make_password(new)
    person.save(update_fields=["password"])
