from django.apps import AppConfig


class ProvingConfig(AppConfig):
    name = "tijara.platform.proving"
    label = "proving"
