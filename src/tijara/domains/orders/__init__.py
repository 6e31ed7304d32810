"""Orders: the order door, and an order's life."""
