"""Awaiting: what people wait for that is sold out, and the one letter that says it is back."""

from django.apps import AppConfig


class AwaitingConfig(AppConfig):
    name = "tijara.domains.awaiting"
    label = "awaiting"
