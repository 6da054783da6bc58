"""Something is broken on purpose, and the product holds: power, disk, keys, bytes, an older copy put back."""
