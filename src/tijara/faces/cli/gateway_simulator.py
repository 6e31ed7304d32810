"""The payment gateway of a demonstration: a simulator that the family runs beside the web."""

import os
from collections.abc import Mapping, MutableMapping

from tijara.platform import places
from tijara.platform.demonstration import is_demonstration
from tijara.platform.supervisor.supervisor import python

NAME = "gateway"
MODULE = "tijara.providers.moyasar.simulator"
KEY = "TIJARA_MOYASAR_SECRET_KEY"
IS_SIMULATED = "TIJARA_MOYASAR_SIMULATED"
NOTICE_SETTING = "TIJARA_MOYASAR_NOTICE_TOKEN"
GOOD_CARD, POOR_CARD = "4201320111111010", "4201320000311101"
"""The gateway's test cards: one that pays, one without enough on it."""
SETTINGS = (
    KEY,
    IS_SIMULATED,
    NOTICE_SETTING,
    "TIJARA_MOYASAR_ADDRESS",
    "TIJARA_MOYASAR_PAGES",
    "TIJARA_MOYASAR_TEST_CARDS",
)


def is_wanted(given: Mapping[str, str]) -> bool:
    """Where real keys are set, and wherever money is real, it never runs."""
    return is_demonstration(given) and not given.get(KEY)


def take_over(given: MutableMapping[str, str]) -> bool:
    """Point a demonstration without keys at the simulator: no money moves there, so none of this
    is secret. Its pages are where browsers reach them."""
    if not is_wanted(given):
        return given.get(IS_SIMULATED) == "1"
    pages = f"http://localhost:{places.simulator_port()}"
    given.update(
        {
            KEY: "sk_test_demonstration",
            NOTICE_SETTING: "demonstration",
            "TIJARA_MOYASAR_ADDRESS": f"http://127.0.0.1:{places.simulator_port()}/v1",
            "TIJARA_MOYASAR_PAGES": given.get("TIJARA_SIMULATOR_ADDRESS", pages),
            "TIJARA_MOYASAR_TEST_CARDS": GOOD_CARD,
            IS_SIMULATED: "1",
        }
    )
    return True


def command() -> list[str]:
    hook = f"http://127.0.0.1:{places.web_port()}/hooks/payments/moyasar"
    place = ["--port", str(places.simulator_port()), "--hook", hook]
    address = ["--address", os.environ["TIJARA_MOYASAR_PAGES"]]
    kept = ["--file", str(places.made(places.data() / "simulator") / "gateway.jsonl")]
    return python("-m", MODULE, *place, *address, *kept)
