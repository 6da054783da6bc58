"""The pace: a still screen costs nothing, and whatever comes is met at once."""

import threading
import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from kivy.base import EventLoop
from kivy.clock import Clock

from kiosk.render import Easel
from kiosk.widgets.pace import LONGEST_WAIT_SECONDS, Pace


@pytest.fixture
def pace(easel: Easel) -> Iterator[Pace]:
    for _ in range(4):
        EventLoop.idle()
    pace = Pace(Clock, EventLoop)
    pace.start()
    yield pace
    pace.stop()


def _seconds(turns: int = 1) -> float:
    began = time.perf_counter()
    for _ in range(turns):
        EventLoop.idle()
    return time.perf_counter() - began


def test_nothing_turns_while_nothing_is_due(pace: Pace) -> None:
    EventLoop.idle()
    began = time.process_time()
    assert _seconds(2) > 0.5 * LONGEST_WAIT_SECONDS
    assert time.process_time() - began < 0.02


def test_another_thread_can_end_the_wait(pace: Pace) -> None:
    EventLoop.idle()
    threading.Timer(0.05, pace.wake).start()
    assert _seconds() < 0.5 * LONGEST_WAIT_SECONDS


def test_a_call_that_is_due_is_made_on_time(pace: Pace) -> None:
    made: list[float] = []
    began = time.perf_counter()
    Clock.schedule_once(lambda _: made.append(time.perf_counter() - began), 0.1)
    while not made:
        EventLoop.idle()
    assert 0.09 <= made[0] <= 0.2


def test_input_that_was_read_already_is_not_waited_with(pace: Pace) -> None:
    EventLoop.idle()
    provider = SimpleNamespace(waiting_event=["a touch"], update=lambda dispatch_fn: None)
    EventLoop.add_input_provider(provider)
    try:
        assert _seconds() < 0.1
    finally:
        EventLoop.remove_input_provider(provider)
