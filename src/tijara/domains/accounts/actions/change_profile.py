"""Change one's name, and how one is written to: in which language, by which means."""

from django.conf import settings

from tijara.domains.accounts.models import User
from tijara.domains.messaging.shapes import Means
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action


@action(power=Power.SIGN_IN)
def change_profile(actor: Actor, *, name: str, language: str, wish: str = "") -> None:
    """`wish` is one of messaging's means, or empty. It may name what he has no address for yet:
    until he has, he is told by the next best."""
    name = strip_controls(name)
    wrong = {}
    if len(name) > 120:
        wrong["name"] = "too_long"
    if language not in dict(settings.LANGUAGES):
        wrong["language"] = "required"
    if wish and wish not in set(Means):
        wrong["wish"] = "unknown"
    if wrong:
        raise Invalid(wrong)
    User.objects.filter(id=actor.person_id).update(name=name, language=language, wish=wish)
