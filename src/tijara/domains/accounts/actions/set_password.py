"""Choose a password where there was none, or another one after proving anew who one is."""

from django.contrib.auth.hashers import make_password

from tijara.domains.accounts.models import User
from tijara.domains.accounts.rules import password_problem
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action


@action(power=Power.SIGN_IN)
def set_password(actor: Actor, *, new: str) -> None:
    """Every other session of the person ends with it. An empty one: he has none any more, and
    signs in by code."""
    person = User.objects.select_for_update().get(id=actor.person_id, is_active=True)
    if new and (problem := password_problem(new, own=person.own_words())):
        raise Invalid({"new": problem})
    person.password = make_password(new or None)
    person.save(update_fields=["password"])
