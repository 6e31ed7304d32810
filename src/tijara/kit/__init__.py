"""Pure Python that every floor may use: money, quantities, ids, the clock, actors, refusals, text."""
