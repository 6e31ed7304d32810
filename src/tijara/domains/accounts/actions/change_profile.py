"""Change one's name and the language in which one is written to."""

from django.conf import settings

from tijara.domains.accounts.models import User
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action


@action(power=Power.SIGN_IN)
def change_profile(actor: Actor, *, name: str, language: str) -> None:
    name = strip_controls(name)
    wrong = {}
    if len(name) > 120:
        wrong["name"] = "too_long"
    if language not in dict(settings.LANGUAGES):
        wrong["language"] = "required"
    if wrong:
        raise Invalid(wrong)
    User.objects.filter(id=actor.person_id).update(name=name, language=language)
