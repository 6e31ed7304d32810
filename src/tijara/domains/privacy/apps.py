from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "tijara.domains.privacy"
    label = "privacy"
