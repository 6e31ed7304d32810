from django.apps import AppConfig


class SellerHubConfig(AppConfig):
    name = "tijara.faces.seller_hub"
    label = "seller_hub"
