from django.apps import AppConfig


class IdempotencyConfig(AppConfig):
    name = "tijara.platform.idempotency"
    label = "idempotency"
