"""The plan as signed: what was shown is what is hashed is what is stored.

- The document is RFC 8785 JSON. Text from packs stands in it in Dutch and in the language shown; own words stand as
  typed, in the language they were typed in. So it reads by itself, without any pack (SETTLED 14).
- It names who, where, when (and how sure the clock is), the packs, the heads of the journal, and the mark drawn.
- Who sees each part is decided before signing; a part kept to oneself is not in the document at all.
- Not here: signatures (modules/signed.py), pages and PDF (sync/gateway).
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, ValidationError

from modules.canonical import canonical, digest
from modules.errors import MalformedError
from modules.events import PersonKey, PlanSigned
from modules.exercises.shared import OwnWords, PlanPart
from modules.ids import DetaineeId, Digest, TerminalId
from modules.roster import Name
from modules.signed import PublicKey, Purpose, verify
from modules.texts import Language, Text
from modules.values import Value

Strokes = tuple[tuple[tuple[int, int], ...], ...]
Words = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class Both(Value):
    """One text as it was shown, and in Dutch."""

    nl: Words
    shown: Words


class Own(Value):
    """A person's own words, as typed, and the language of the screen he typed them on."""

    own: OwnWords
    language: Language


class Line(Value):
    """A label and what stands behind it."""

    label: Both
    values: tuple[Both | Own, ...]


class Section(Value):
    """One part of the plan: its heading, who gets to see it, and its blocks of lines (one block a goal)."""

    part: PlanPart
    title: Both
    who_sees: Both
    blocks: tuple[tuple[Line, ...], ...]


class Person(Value):
    """Whose plan this is."""

    id: DetaineeId
    name: Name


class SignedAt(Value):
    """The terminal's own time, milliseconds since 1970, and whether it was close to the last signed time."""

    wall_ms: Annotated[int, Field(ge=0, lt=1 << 53)]
    certain: bool


class PlanDocument(Value):
    """The whole plan."""

    format: Literal["kvv-plan/1"] = "kvv-plan/1"
    person: Person
    institution: Name
    terminal: TerminalId
    language: Language
    version: Annotated[int, Field(ge=1)]
    previous: Digest | None
    title: Both
    statement: Both
    sections: Annotated[tuple[Section, ...], Field(max_length=8)]
    packs: tuple[Digest, ...]
    heads: tuple[Digest, ...]
    signed_at: SignedAt
    mark: Digest

    @classmethod
    def parse(cls, text: str) -> Self:
        """Gives the document of its canonical text.

        Raises:
            MalformedError: It is not a plan document, or not canonical.
        """
        try:
            document = cls.model_validate_json(text)
        except ValidationError:  # its text would quote a person's words
            raise MalformedError("this is not a plan document") from None
        if document.text != text:
            raise MalformedError("a plan document is not in its canonical form")
        return document

    @property
    def text(self) -> str:
        """The canonical text; its UTF-8 bytes are what is signed."""
        return canonical(self).decode("utf-8")

    @property
    def digest(self) -> Digest:
        """The SHA-256 of the canonical bytes."""
        return digest(canonical(self))


def both(text: Text, language: Language) -> Both:
    """Gives a pack's text in Dutch and in the language shown."""
    return Both(nl=text.dutch, shown=text.in_language(language))


def mark_digest(strokes: Strokes) -> Digest:
    """Gives the digest of a drawn mark: strokes of points in thousandths of the drawing area."""
    return digest(canonical([[list(point) for point in stroke] for stroke in strokes]))


def person_key_bytes(person: DetaineeId, key: PublicKey) -> bytes:
    """Gives the bytes a terminal signs to certify a person's key (purpose PERSON_KEY)."""
    return canonical({"key": key.model_dump(mode="json"), "person": person})


def verify_signed(signed: PlanSigned, terminal_key: PublicKey) -> PlanDocument:
    """Gives the document, if its person and the terminal both signed exactly this text.

    Args:
        signed: The event.
        terminal_key: The key of the terminal the document names, from the roster.

    Raises:
        SignatureError: A signature does not belong to this text, or the person's key is not certified.
        MalformedError: The text is no plan document.
    """
    document = PlanDocument.parse(signed.document)
    raw = signed.document.encode("utf-8")
    verify_person_key(signed.person_key, document.person.id, terminal_key)
    verify(Purpose.PLAN, raw, signed.by_person, signed.person_key.key)
    verify(Purpose.PLAN, raw, signed.by_terminal, terminal_key)
    return document


def verify_person_key(person_key: PersonKey, person: DetaineeId, terminal_key: PublicKey) -> None:
    """Returns only if the terminal certified this key as this person's.

    Raises:
        SignatureError: It did not.
    """
    verify(Purpose.PERSON_KEY, person_key_bytes(person, person_key.key), person_key.certified, terminal_key)
