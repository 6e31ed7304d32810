"""Coffee: pots, cups, thermoses, beans."""
