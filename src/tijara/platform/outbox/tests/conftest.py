import pytest

from tijara.platform.outbox.subscriptions import forget

from .facts import BellRung, LampLit


@pytest.fixture(autouse=True)
def no_subscription_outlives_its_test():
    yield
    forget(BellRung)
    forget(LampLit)
