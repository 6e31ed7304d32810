"""A simulator in a thread and our adapter connected to it; or a real OpenSearch, by its address."""

import os
from uuid import uuid4

import pytest

from tijara.providers.opensearch import OpenSearchEngine, OpenSearchSettings
from tijara.providers.opensearch.simulator.server import Simulator

REAL = os.environ.get("TIJARA_OPENSEARCH_TEST_ADDRESS", "")


@pytest.fixture
def simulator():
    with Simulator(user="tijara", password=uuid4().hex).running() as running:
        yield running


@pytest.fixture
def engine(simulator):
    settings = OpenSearchSettings(simulator.address, simulator.user, simulator.password)
    return OpenSearchEngine(settings)


@pytest.fixture
def seen(simulator):
    """What was written is found from now on."""

    def seen():
        for index in simulator.api.book.indexes.values():
            index.refresh()

    return seen


@pytest.fixture
def real():
    if not REAL:
        pytest.skip("no OpenSearch: its address is not in TIJARA_OPENSEARCH_TEST_ADDRESS")
    return OpenSearchEngine(OpenSearchSettings(REAL, alias=f"tijara-test-{uuid4().hex[:8]}"))
