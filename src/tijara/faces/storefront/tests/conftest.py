"""Each test begins with a process that remembers nothing."""

import pytest

from tijara.kit.recent import forget_all


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    forget_all()
