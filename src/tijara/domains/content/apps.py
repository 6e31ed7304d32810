from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "tijara.domains.content"
    label = "content"
