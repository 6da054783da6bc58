"""The terminal without a window, on a real disk: its journal, its door, its packs, and how it is set up."""
