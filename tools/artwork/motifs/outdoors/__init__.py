"""For the desert, the road, the playing field."""
