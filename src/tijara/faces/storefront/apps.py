from django.apps import AppConfig


class StorefrontConfig(AppConfig):
    name = "tijara.faces.storefront"
    label = "storefront"
