from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "tijara.domains.messaging"
    label = "messaging"
