"""How running work comes over to a newer version of a pack: faults of what is declared, and what it would lose; pure.

- Every item and option of the older version either is in the newer one, is named with its new id, or is named as lost:
  nothing is lost that nobody said.
- An item only goes on as one of its own kind, and no two go on as one. What a goal was made of is never lost.
- Without the older version only what is declared towards the newer one can be judged; `packs lint` does that much.
- Not here: reading answers so (modules/exercises/renaming.py), whose work it is (kiosk/wiring).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from modules.definition.manifest import AnyDefinition, Manifest, exercises_of
from modules.definition.migration import Migration
from modules.exercises import AnyExercise
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.renaming import options_in
from modules.ids import ItemId, OptionId


class Fault(NamedTuple):
    """Something wrong with what is declared: the finding's code, and what."""

    code: str
    what: str


@dataclass(frozen=True, slots=True)
class Losses:
    """What would come of the items and options of the older version."""

    items: int
    renamed: tuple[tuple[ItemId, ItemId], ...]
    lost: tuple[ItemId, ...]
    options_renamed: tuple[tuple[ItemId, OptionId, OptionId], ...]
    options_lost: tuple[tuple[ItemId, OptionId], ...]
    new: tuple[ItemId, ...]


def declared(version: int, manifest: Manifest) -> Migration | None:
    """Gives what a newer pack declares for work of a version; none where that stays where it is."""
    return next((one for one in manifest.migrations if one.from_version == version), None)


def faults_towards(manifest: Manifest, new: AnyDefinition, migration: Migration) -> Iterator[Fault]:
    """Gives what is wrong with a migration, as far as the newer pack alone tells."""
    items = _items(new)
    if migration.from_version >= manifest.version:
        yield Fault("migration-version", f"from version {migration.from_version} to {manifest.version}")
    if sum(one.from_version == migration.from_version for one in manifest.migrations) > 1:
        yield Fault("migration-version", f"version {migration.from_version} is named more than once")
    for old, named in migration.items.items():
        if named not in items:
            yield Fault("migration-unknown", f"{old} goes on as {named}, which this pack does not have")
    yield from _twice(migration)
    for old, renamed in migration.options.items():
        item = items.get(migration.items.get(old, old))
        for option, named_option in renamed.items():
            if item is not None and named_option not in set(options_in(item)):
                yield Fault("migration-unknown", f"{old}: {option} goes on as {named_option}, which is not offered")


def _twice(migration: Migration) -> Iterator[Fault]:
    for item in sorted(set(migration.lost) & set(migration.items)):
        yield Fault("migration-twice", f"{item} goes on, and is lost")
    for named, count in Counter(migration.items.values()).items():
        if count > 1:
            yield Fault("migration-twice", f"{count} items go on as {named}")
    for item, lost in migration.lost_options.items():
        for option in sorted(set(lost) & set(migration.options.get(item, {}))):
            yield Fault("migration-twice", f"{item}: {option} goes on, and is lost")
    for item, renamed in migration.options.items():
        for named_option, count in Counter(renamed.values()).items():
            if count > 1:
                yield Fault("migration-twice", f"{item}: {count} options go on as {named_option}")


def faults_between(old: AnyDefinition, new: AnyDefinition, migration: Migration) -> Iterator[Fault]:
    """Gives what is wrong with a migration between two versions."""
    before, after = _items(old), _items(new)
    named = {*migration.items, *migration.lost, *migration.options, *migration.lost_options}
    for item in sorted(named - before.keys()):
        yield Fault("migration-unknown", f"{item} is not in the older version")
    for item, exercise in before.items():
        goes_on_as = migration.item(item)
        if goes_on_as is None:
            if isinstance(exercise, GoalBuilder):
                yield Fault("migration-goal", f"{item} is lost")
        elif goes_on_as not in after:
            yield Fault("migration-lost", f"{item} is not in this version")
        else:
            yield from _between(exercise, after[goes_on_as], migration)


def _between(old: AnyExercise, new: AnyExercise, migration: Migration) -> Iterator[Fault]:
    if old.kind != new.kind:
        yield Fault("migration-kind", f"{old.id} is asked as {old.kind}, and {new.id} as {new.kind}")
        return
    before, after = dict.fromkeys(options_in(old)), set(options_in(new))
    for option in sorted({*migration.options.get(old.id, ()), *migration.lost_options.get(old.id, ())} - before.keys()):
        yield Fault("migration-unknown", f"{old.id}: {option} is not in the older version")
    for option in before:
        goes_on_as = migration.option(old.id, option)
        if goes_on_as is None and isinstance(old, GoalBuilder):
            yield Fault("migration-goal", f"{old.id}: {option} is lost")
        elif goes_on_as is not None and goes_on_as not in after:
            yield Fault("migration-lost", f"{old.id}: {option} is not offered in this version")


def losses(old: AnyDefinition, new: AnyDefinition, migration: Migration) -> Losses:
    """Gives what would come of the older version's items and options."""
    before, after = _items(old), _items(new)
    going = {item: migration.item(item) for item in before}
    options = [
        (item, option, migration.option(item, option))
        for item, exercise in before.items()
        if going[item] is not None
        for option in dict.fromkeys(options_in(exercise))
    ]
    return Losses(
        items=len(before),
        renamed=tuple((item, now) for item, now in going.items() if now is not None and now != item),
        lost=tuple(item for item, now in going.items() if now is None),
        options_renamed=tuple((item, was, now) for item, was, now in options if now is not None and now != was),
        options_lost=tuple((item, was) for item, was, now in options if now is None),
        new=tuple(item for item in after if item not in going.values()),
    )


def drafted(old: AnyDefinition, new: AnyDefinition, version: int) -> Migration:
    """Gives the migration that guesses nothing: what the newer version does not have is lost."""
    before, after = _items(old), _items(new)
    gone = {
        item: tuple(
            option for option in dict.fromkeys(options_in(exercise)) if option not in set(options_in(after[item]))
        )
        for item, exercise in before.items()
        if item in after
    }
    return Migration(
        from_version=version,
        lost=tuple(item for item in before if item not in after),
        lost_options={item: options for item, options in gone.items() if options},
    )


def told(found: Losses) -> Iterator[str]:
    """Gives what would come of it as lines, the counts last."""
    yield from (f"{item}: goes on as {now}" for item, now in found.renamed)
    yield from (f"{item}: {was} goes on as {now}" for item, was, now in found.options_renamed)
    yield from (f"{item}: lost" for item in found.lost)
    yield from (f"{item}: {was} lost" for item, was in found.options_lost)
    yield from (f"{item}: new, and asked" for item in found.new)
    kept = found.items - len(found.renamed) - len(found.lost)
    counts: Sequence[tuple[int, str]] = (
        (kept, "items as they are"),
        (len(found.renamed), "under another name"),
        (len(found.lost), "lost"),
        (len(found.options_renamed), "options under another name"),
        (len(found.options_lost), "options lost"),
        (len(found.new), "items new"),
    )
    yield ", ".join(f"{count} {what}" for count, what in counts)


def _items(definition: AnyDefinition) -> Mapping[ItemId, AnyExercise]:
    return {item.id: item for item in exercises_of(definition)}
