from collections.abc import Iterator

import pytest

from tijara.platform.outbox.subscriptions import forget as forget_subscription
from tijara.platform.webhooks.published import forget, published

from .facts import BellRung, GongHit, ParcelSentBack
from .receiver import Receiver, receiver


@pytest.fixture
def outside(settings) -> Iterator[Receiver]:
    """Where webhooks may go to a private address, for it is this machine's."""
    settings.WEBHOOKS_ANYWHERE = True
    settings.DEMONSTRATION = True
    with receiver() as found:
        yield found


@pytest.fixture(scope="module", autouse=True)
def _no_fact_outlives_its_tests() -> Iterator[None]:
    published("bell_id", "times")(BellRung)
    published("seller_id")(ParcelSentBack)
    yield
    for fact in (BellRung, GongHit, ParcelSentBack):
        forget(fact.name)
        forget_subscription(fact)
