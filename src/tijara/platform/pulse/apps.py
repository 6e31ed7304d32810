from django.apps import AppConfig


class PulseConfig(AppConfig):
    name = "tijara.platform.pulse"
    label = "pulse"
