from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "tijara.platform.desks"
    label = "desks"
