"""Pure Python that every floor may use: money, ids, the clock, actors, refusals, text."""
