from django.apps import AppConfig


class InstallationConfig(AppConfig):
    name = "tijara.domains.installation"
    label = "installation"
