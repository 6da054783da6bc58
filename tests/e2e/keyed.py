"""A terminal used by keys alone: Tab until the ring is on a thing, then Enter; no finger ever touches it.

- It stands in for `Terminal`, so a story is told once and done by fingers or by keys.
- Not here: what is heard (listened.py).
"""

from tests.e2e.terminal import Terminal

MOST_KEYS = 90


class Keyed(Terminal):
    """A kiosk process and its keys."""

    def press(self, key: str) -> None:
        """Presses a key and waits until it was felt: until the ring has moved, or the screen was painted anew."""
        before = self.seen()
        felt = "serial" if key == "Return" else "ring"
        self.display.press(key)
        self.wait_until(lambda seen: seen[felt] != before[felt], f"an answer to the key {key}")

    def touch(self, test_id: str) -> None:
        """Goes to a thing by Tab, as one would read, and acts on it by Enter."""
        self.wait_for(test_id)
        self.settled()
        key = self._way_to(test_id)
        for _ in range(MOST_KEYS):
            if self.seen()["ring"] == [test_id]:
                self.press("Return")
                return
            self.press(key)
        raise AssertionError(f"keys never come to {test_id}")

    def _way_to(self, test_id: str) -> str:
        """Gives Tab, or Shift and Tab where the thing seems nearer the other way round."""
        seen = self.seen()
        order = [name for name in seen["places"] if not name.startswith("top.place")]
        if not seen["ring"] or seen["ring"][0] not in order:
            return "Tab" if order.index(test_id) < len(order) / 2 else "shift+Tab"
        ahead = (order.index(test_id) - order.index(seen["ring"][0])) % len(order)
        return "Tab" if ahead <= len(order) / 2 else "shift+Tab"

    def draw(self, test_id: str) -> None:
        """Has a cross put on the card: keys draw nothing."""
        self.wait_for(test_id)
        self.touch("sign.cross")
