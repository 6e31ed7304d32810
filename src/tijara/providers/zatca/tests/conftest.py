"""A simulator in a thread, and our adapter connected to it."""

import pytest

from tijara.providers.zatca import ZatcaAuthority, ZatcaSettings
from tijara.providers.zatca.simulator.faults import Fault
from tijara.providers.zatca.simulator.server import GOOD_CODE, Simulator

MISHAPS = {
    "error": Fault.ERROR,
    "silent": Fault.SILENT,
    "lost": Fault.LOST,
    "garbage": Fault.GARBAGE,
    "busy": Fault.BUSY,
    "stranger": Fault.STRANGER,
    "reject": Fault.REJECT,
    "warn": Fault.WARN,
}


@pytest.fixture
def simulator():
    with Simulator().running() as running:
        yield running


@pytest.fixture
def authority(simulator):
    return ZatcaAuthority(ZatcaSettings(address=simulator.address, timeout_seconds=10.0))


@pytest.fixture
def code():
    return {"code": GOOD_CODE}


@pytest.fixture
def mishap(simulator):
    return lambda what: simulator.faults.order(MISHAPS[what])
