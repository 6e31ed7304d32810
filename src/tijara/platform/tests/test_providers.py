"""A vendor is found by its name, and set up by the environment or not at all."""

import sys
import tomllib
from dataclasses import dataclass, is_dataclass

import pytest

from tijara.platform import places, providers
from tijara.platform.providers import SettingMissing, UnknownProvider, settings_from

OURS = tomllib.loads((places.checkout() / "pyproject.toml").read_text())["project"]["entry-points"]
ENTRIES = [(group.removeprefix("tijara."), name) for group, names in OURS.items() for name in names]


@dataclass(frozen=True)
class Settings:
    host: str
    port: int = 25
    patience_seconds: float = 1.5
    is_secure: bool = False


def test_settings_come_from_the_environment_each_in_its_type():
    environment = {
        "TIJARA_POST_HOST": "mail.example",
        "TIJARA_POST_PORT": "2525",
        "TIJARA_POST_PATIENCE_SECONDS": "0.5",
        "TIJARA_POST_IS_SECURE": "1",
        "TIJARA_OTHER_HOST": "elsewhere.example",
    }
    assert settings_from(environment, "post", Settings) == Settings("mail.example", 2525, 0.5, True)


def test_what_is_not_said_is_the_default():
    assert settings_from({"TIJARA_POST_HOST": "h"}, "post", Settings) == Settings("h")


def test_a_setting_without_a_default_is_asked_for_by_its_name():
    with pytest.raises(SettingMissing, match="TIJARA_POST_HOST"):
        settings_from({}, "post", Settings)


def test_an_unknown_vendor_is_a_bug_that_names_it():
    with pytest.raises(UnknownProvider, match="message_channels: carrier_pigeon"):
        providers.load("message_channels", "carrier_pigeon")


@pytest.mark.parametrize("port, name", ENTRIES)
def test_every_vendor_of_ours_is_found_and_says_what_it_must_be_told(port, name):
    assert name in providers.names(port)
    vendor = providers.load(port, name)
    assert vendor.needs if port == "invoice_judges" else is_dataclass(vendor.Settings)


@pytest.mark.parametrize("port, name", ENTRIES)
def test_a_vendor_is_loaded_once(port, name):
    first = providers.load(port, name)
    assert providers.load(port, name) is first
    assert first.__module__ in sys.modules
