"""A clock with triggers, as Kivy's, that only moves when a test moves it."""

from collections.abc import Callable


class HandTrigger:
    """Calls once, so many seconds after it was last wanted; wanting it twice changes nothing."""

    def __init__(self, clock: "HandClock", call: Callable[[float], object], seconds: float) -> None:
        self._clock, self._seconds = clock, seconds
        self.call = call
        self.due: float | None = None

    def __call__(self) -> None:
        if self.due is None:
            self.due = self._clock.seconds + self._seconds

    def cancel(self) -> None:
        """Is not wanted any more."""
        self.due = None


class HandClock:
    """Time that passes by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._triggers: list[HandTrigger] = []

    def create_trigger(self, call: Callable[[float], object], seconds: float) -> HandTrigger:
        """Gives a trigger, as Kivy's clock does."""
        self._triggers.append(HandTrigger(self, call, seconds))
        return self._triggers[-1]

    def passes(self, seconds: float) -> None:
        """Lets time pass; what falls due on the way is called in its order."""
        end = self.seconds + seconds
        while due := [each for each in self._triggers if each.due is not None and each.due <= end]:
            first = min(due, key=lambda each: each.due or 0.0)
            self.seconds, first.due = first.due or 0.0, None
            first.call(0.0)
        self.seconds = end
