"""How long and how often what was bought may be fetched by one link."""

from datetime import timedelta

HOURS = 72
MOST_TIMES = 5
"""Of each file by links of one renewal."""
MOST_RENEWALS = 20
GOING_ON = timedelta(hours=2)
"""A download that broke off may be gone on with for so long without counting again."""
