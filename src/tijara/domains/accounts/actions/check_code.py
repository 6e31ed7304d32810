"""Is this the code that was sent? Each try is counted before it is looked at."""

from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare

from tijara.domains.accounts.models import OneTimeCode
from tijara.domains.accounts.rules import CODE_LIFE, CODE_TRIES, read_code
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action


class WrongCode(Refusal):
    """`tries` says how many are left of this code."""

    code = "accounts.wrong_code"
    kind = Kind.INVALID


class CodeOver(Refusal):
    """Too old, used, tried too often, or never sent: nobody is told which. Ask for a new one."""

    code = "accounts.code_over"
    kind = Kind.INVALID


@action(power=Power.SIGN_IN, atomic=False)
def check_code(actor: Actor, *, purpose: str, recipient: str, code: str, owner_id: UUID) -> bool:
    """True, once: the code is used up by it. WrongCode or CodeOver otherwise.

    Never inside a transaction: what takes a refusal back would take its counting back too.
    """
    mine = OneTimeCode.objects.filter(key=OneTimeCode.key_of(purpose, recipient, owner_id))
    found = _counted(mine)
    if found is None:
        raise CodeOver
    if not constant_time_compare(found.digest, found.digest_of(read_code(code))):
        raise WrongCode(tries=CODE_TRIES - found.tries)
    used, _by_model = mine.filter(digest=found.digest).delete()
    if not used:
        raise CodeOver
    return True


def _counted(mine) -> OneTimeCode | None:
    """The code, after one more try of it; none where it can't be tried any more."""
    with transaction.atomic(durable=True):
        alive = mine.filter(tries__lt=CODE_TRIES, sent_at__gt=now() - CODE_LIFE)
        if not alive.update(tries=F("tries") + 1):
            return None
        return mine.get()
