from django.apps import AppConfig


class SetupConfig(AppConfig):
    name = "tijara.faces.setup"
    label = "setup"
