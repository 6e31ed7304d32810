"""Staff are told of what needs them."""

from tijara.kit.actor import SYSTEM
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.outbox.subscriptions import on
from tijara.platform.webhooks.events import EndpointDisabled

from .actions import tell_staff


@on(EndpointDisabled)
def tell_staff_of_webhook_that_is_off(fact: EndpointDisabled) -> None:
    if fact.owner_id != OPERATOR_ID:
        return
    tell_staff(
        actor=SYSTEM,
        news="webhook_off",
        key=f"accounts.webhook_off:{fact.endpoint_id.hex}:{fact.time}",
        concerns=Power.WEBHOOKS_MANAGE,
        about_id=fact.endpoint_id,
        facts={"host": fact.host, "is_gone": fact.why == "gone"},
    )
