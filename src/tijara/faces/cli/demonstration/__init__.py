"""The demonstration market: its content as data, and how it is brought in by the real actions."""
