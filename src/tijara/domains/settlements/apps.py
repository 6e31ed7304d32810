from django.apps import AppConfig


class SettlementsConfig(AppConfig):
    name = "tijara.domains.settlements"
    label = "settlements"
