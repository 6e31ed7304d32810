from django.apps import AppConfig


class PromotionsConfig(AppConfig):
    name = "tijara.domains.promotions"
    label = "promotions"
