"""A seller with a place for his files."""

import pytest

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.parties.testing import make_seller


@pytest.fixture
def seller(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    forget_categories()
    return make_seller()
