"""Cards by Moyasar, on its hosted page. See README.md."""

from .gateway import MoyasarGateway, MoyasarSettings

__all__ = ["MoyasarGateway", "MoyasarSettings"]
