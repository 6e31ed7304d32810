"""A served market for tests that use a browser. `python -m tests.market` prints its address."""
