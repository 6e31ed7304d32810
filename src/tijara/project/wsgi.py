import os

import django

from tijara.platform.front.handler import KnowingHandler
from tijara.ui.pieces.escaping import escape_at_once

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")
django.setup(set_prefix=False)
escape_at_once()
application = KnowingHandler()
