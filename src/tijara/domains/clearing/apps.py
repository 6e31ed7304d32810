from django.apps import AppConfig


class ClearingConfig(AppConfig):
    name = "tijara.domains.clearing"
    label = "clearing"
