"""The authority's services as their documentation says they answer, over HTTP on loopback."""
