"""The demonstration's artwork: a still life for every product, drawn by the house itself."""
