from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "tijara.faces.inbox"
    label = "inbox"
