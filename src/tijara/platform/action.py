"""@action: the one gate that every change passes.

It checks the actor's power, opens the transaction, and writes what sellers and staff do into the
audit log, in the same commit.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.db import transaction

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.audit.recorder import acts_together, is_within_another, record_act

WATCHED = frozenset({ActorKind.SELLER, ActorKind.STAFF})
OWNER_ARGUMENTS = {
    ActorKind.SELLER: ("seller_id", "owner_id"),
    ActorKind.BUYER: ("buyer_id",),
}
"""The arguments that name whose rows are touched: sellers and buyers touch only their own."""


class NotAllowed(Refusal):
    """The actor lacks the power that this action asks for."""

    code = "not_allowed"
    kind = Kind.FORBIDDEN


def action[**Given, Result](
    *, power: Power, atomic: bool = True
) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """Guard a use case: `@action(power=Power.BUY)` over `def do_it(*, actor, …)`.

    `atomic=False` is for use cases that commit in steps (they ask a vendor, or run the order
    door); their audit row is committed after they return. And for those of one statement, which
    is atomic by itself.

    An action within another one has no savepoint: its refusal undoes both. Who goes on after it
    calls it in `with transaction.atomic():`, or Django refuses whatever he asks next.
    """

    def guard(do: Callable[Given, Result]) -> Callable[Given, Result]:
        name = f"{do.__module__.split('.')[-3]}.{do.__name__}"

        checked = cast(Callable[..., Result], do)

        def run(actor: Actor, given: dict[str, Any]) -> Result:
            result = checked(actor=actor, **given)
            if actor.kind in WATCHED:
                record_act(actor, name, given)
            return result

        @wraps(do)
        def act(*, actor: Actor, **given: Any) -> Result:
            if not actor.may(power) or not _is_at_home(actor, given):
                raise NotAllowed(power=str(power))
            if not atomic:
                return run(actor, given)
            with transaction.atomic(savepoint=not is_within_another()), acts_together():
                return run(actor, given)

        act.power = power  # type: ignore[attr-defined]
        act.action_name = name  # type: ignore[attr-defined]
        return cast(Callable[Given, Result], act)

    return guard


def _is_at_home(actor: Actor, given: dict[str, Any]) -> bool:
    named = (given[name] for name in OWNER_ARGUMENTS.get(actor.kind, ()) if name in given)
    return all(owner_id == actor.owner_id for owner_id in named)
