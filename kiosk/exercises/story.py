"""A story on the screen: one scene a page, then what is asked about it.

- `verder` turns the scenes; they can be looked at again with `terug`, also after a choice.

Deliberately not here: a scene (`parts/scene_card.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.option_list import OptionList
from kiosk.exercises.parts.scene_card import SceneCard
from kiosk.exercises.parts.stepped import SteppedExercise
from kiosk.theme.icons import pictogram
from kiosk.views.told import StoryView
from modules.exercises.story import StoryAnswer
from modules.ids import OptionId


class StoryExercise(SteppedExercise):
    """Scenes, then options."""

    def __init__(self, **values: Any) -> None:
        self._view: StoryView | None = None
        self._lists: dict[bool, OptionList] = {}
        super().__init__(**values)
        self._scene = SceneCard(look=self.look, fill=True, test_id="story.scene")

    def paint(self, view: StoryView) -> None:
        """Shows the scene in turn, or the options with what is chosen."""
        self._view = view
        self.show()

    def step_count(self) -> int:
        """Gives the scenes and the page with the options."""
        return len(self._view.scenes) + 1 if self._view else 1

    def show(self) -> None:
        """Shows the present scene, or the options after the last one."""
        view = self._view
        if view is None:
            return
        step, scenes = int(self.step), view.scenes
        at_end = step >= len(scenes)
        self.asks, self.goes_on = (view.asks, None) if at_end else ("", True)
        self.needs_help = step == 0
        if at_end:
            options = self._options(view.most > 1)
            full = view.most > 1 and sum(one.chosen for one in view.options) >= view.most
            options.paint(view.options, full=full)
            self.hold(options)
            return
        self._scene.text, self._scene.icon = scenes[step].text, pictogram(scenes[step].picture)
        self._scene.place = self.words("story.scene", done=step + 1, total=len(scenes))
        self.hold(self._scene)

    def _options(self, multiple: bool) -> OptionList:
        if multiple not in self._lists:
            words = self.words
            options = OptionList(
                look=self.look,
                multiple=multiple,
                more_word=words("answers.more"),
                chosen_word=words("answer.chosen"),
            )
            options.fbind("on_choose", lambda _, option: self.choose(option))
            self._lists[multiple] = options
        return self._lists[multiple]

    def choose(self, option: OptionId) -> None:
        """Answers with this option; where several may be chosen, with it too or without it."""
        view = self._view
        if view is None:
            return
        before = tuple(one.id for one in view.options if one.chosen and one.id != option)
        was_chosen = any(one.chosen and one.id == option for one in view.options)
        if view.most == 1:
            self.answer(StoryAnswer(options=(option,)))
        else:
            self.answer(StoryAnswer(options=before if was_chosen else (*before, option)))

    def forget(self) -> None:
        """Turns back to the first scene."""
        super().forget()
        self._view = None
