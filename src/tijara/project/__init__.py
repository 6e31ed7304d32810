"""Settings, addresses and servers: the only package that sees everything."""
