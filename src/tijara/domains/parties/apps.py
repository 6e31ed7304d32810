from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "tijara.domains.parties"
    label = "parties"
