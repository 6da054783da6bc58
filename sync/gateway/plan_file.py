"""A signed plan outside the gateway: every signature with its key, and the gateway's word over it all.

- `document` is the very text that was signed (modules/plan/document.py); nothing here changes a letter of it.
- The gateway vouches for what a reader far away cannot know: whose key the terminal's is, whose the mentor's, and when
  the plan came in (purpose EXPORT, over the canonical JSON of all else).
- Not here: the PDF it travels in (typeset.py), and what it all proves (proving.py). The format is PLAN.md.
"""

import base64
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from modules.canonical import canonical
from modules.events import PersonKey, PlanCountersigned
from modules.roster import Name
from modules.signed import PublicKey, Purpose, Signature, Signer
from modules.values import Value
from sync.gateway.drplan import Proof, SignedPlan

Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=64 * 1024)]
TimeMs = Annotated[int, Field(ge=0, lt=1 << 53)]


class Countersigned(Value):
    """A member of staff's signature under the same plan: his name, when it came in, and the event itself."""

    name: Name
    at_ms: TimeMs
    event: PlanCountersigned


class ExportedPlan(Value):
    """A signed plan with everything that proves it."""

    format: Literal["kvv-signed-plan/1"] = "kvv-signed-plan/1"
    document: str
    person_key: PersonKey
    by_person: Signature
    by_terminal: Signature
    terminal_key: PublicKey | None
    proof: Proof
    arrived_ms: TimeMs
    countersigned: tuple[Countersigned, ...]
    time_token: Base64 | None
    gateway_key: PublicKey
    attested: Signature

    @property
    def attested_bytes(self) -> bytes:
        """What the gateway signed: the canonical JSON of everything but its signature."""
        said = self.model_dump(mode="json")
        del said["attested"]
        return canonical(said)


def exported_plan(
    signed: SignedPlan,
    terminal_key: PublicKey | None,
    countersigned: tuple[Countersigned, ...],
    token: bytes | None,
    gateway: Signer,
) -> ExportedPlan:
    """Gives a signed plan as it leaves the gateway."""
    event = signed.recorded.event
    unsigned = ExportedPlan(
        document=event.document,
        person_key=event.person_key,
        by_person=event.by_person,
        by_terminal=event.by_terminal,
        terminal_key=terminal_key,
        proof=signed.proof,
        arrived_ms=signed.arrived_ms,
        countersigned=countersigned,
        time_token=base64.b64encode(token).decode("ascii") if token else None,
        gateway_key=gateway.public_key,
        attested=gateway.sign(Purpose.EXPORT, b""),
    )
    return unsigned.model_copy(update={"attested": gateway.sign(Purpose.EXPORT, unsigned.attested_bytes)})
