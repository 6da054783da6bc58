"""The Dutch that staff read about the course of a plan: each step, its choices, why not, and the terms.

- The reasons that a person reads too are the very sentences on his screen (kiosk/locale/nl).
- Not here: other words of the pages (words.py), sentences of one page alone (templates).
"""

from collections.abc import Mapping

from modules.plan.staff import Why
from modules.plan.terms import Owed
from modules.reasons import (
    Exemption,
    Feasibility,
    FeasibilityReason,
    MdoOutcome,
    MdoReason,
    TakesAlong,
    Term,
)
from sync.gateway.words import count

FEASIBILITY: Mapping[Feasibility, str] = {
    Feasibility.FEASIBLE: "Het kan zo",
    Feasibility.SMALLER_STEP: "Maak een stap kleiner",
    Feasibility.NOT_NOW: "Nu nog niet",
}
FEASIBILITY_REASONS: Mapping[FeasibilityReason, str] = {
    FeasibilityReason.TOO_MUCH_AT_ONCE: "Het is veel tegelijk.",
    FeasibilityReason.TIME_TOO_SHORT: "De tijd is er te kort voor.",
    FeasibilityReason.NOT_POSSIBLE_HERE: "Het kan hier binnen niet.",
    FeasibilityReason.OTHERS_NEEDED: "Er zijn eerst anderen voor nodig.",
    FeasibilityReason.TALK_FIRST: "We praten er eerst samen over.",
}
OUTCOMES: Mapping[MdoOutcome, str] = {
    MdoOutcome.GO_ON: "Je kunt door met je plan.",
    MdoOutcome.PARTLY: "Een deel van je plan kan.",
    MdoOutcome.CHANGE_FIRST: "Er moet eerst iets anders in je plan.",
    MdoOutcome.LATER: "Het overleg kijkt er later weer naar.",
}
MDO_REASONS: Mapping[MdoReason, str] = {
    MdoReason.FITS: "Je plan past bij wat hier kan.",
    MdoReason.GOOD_STEPS: "Je hebt goede stappen gezet.",
    MdoReason.SMALLER_STEPS: "De stappen zijn nog groot.",
    MdoReason.OTHER_THING_FIRST: "Er is eerst iets anders nodig.",
    MdoReason.NO_PLACE_YET: "Er is nu nog geen plek.",
    MdoReason.MORE_KNOWN_FIRST: "We weten nog niet genoeg.",
    MdoReason.TIME_TOO_SHORT: "De tijd is er te kort voor.",
    MdoReason.TALK_FIRST: "We willen er eerst met je over praten.",
}
TAKES_ALONG: Mapping[TakesAlong, str] = {
    TakesAlong.PLAN_ON_PAPER: "Het plan op papier",
    TakesAlong.STEPS_OUTSIDE: "De eerste stappen voor buiten",
    TakesAlong.WHO_HELPS: "Wie er helpt en hoe je die bereikt",
    TakesAlong.IDENTITY_DOCUMENT: "Een identiteitsbewijs, of het bewijs van de aanvraag",
    TakesAlong.APPOINTMENTS: "De eerste afspraken, met dag en plaats",
}
TERMS: Mapping[Term, str] = {
    Term.SCREENING: "Screening",
    Term.ESTABLISHING: "D&R-plan vaststellen",
    Term.MDO: "Bespreken in het MDO",
    Term.LEAVING: "Einde verblijf: plan overdragen",
}
EXEMPTIONS: Mapping[Exemption, str] = {
    Exemption.ILL_OR_AWAY: "ziek of afwezig",
    Exemption.SHORT_STAY: "te kort verblijf",
    Exemption.TRANSFER: "gaat naar een andere inrichting",
    Exemption.PERSON_CHOSE: "wil het nu niet",
    Exemption.WAITS_FOR_OTHERS: "wacht op anderen",
}
WHY_NOT: Mapping[Why, str] = {
    Why.NOT_FOR_ROLE: "Dit doet de casemanager.",
    Why.UNKNOWN_VERSION: "Deze versie is hier niet bekend, of de handtekening klopt niet.",
    Why.NEWER_VERSION: "Er is een nieuwere versie getekend. Lees die eerst.",
    Why.NOT_READ: "Open eerst deze versie van het plan.",
    Why.NOT_WHOLE: "Een deel van dit plan is er voor de mentor alleen. De mentor tekent het, en neemt het mee.",
    Why.NO_REASON: "Kies er een reden bij.",
    Why.NOT_FEASIBLE: "Je gaf aan dat het zo nog niet kan. Kijk daar eerst opnieuw naar.",
    Why.NOT_BROUGHT: "Dit plan staat voor geen overleg op de lijst.",
    Why.MEETING_PAST: "Die dag is al voorbij. Kies de dag van het volgende overleg.",
    Why.MEETING_AHEAD: "Dat overleg moet nog komen.",
    Why.ESTABLISHED: "Het D&R-plan is al vastgesteld. Je kunt het bijstellen.",
    Why.NOT_ESTABLISHED: "Stel het D&R-plan eerst vast.",
    Why.DAY_AHEAD: "Die dag moet nog komen.",
}


def term_words(one: Owed) -> str:
    """Gives a term and how long it still has: `Screening: nog 3 dagen`."""
    name = TERMS[one.term]
    if one.rests_until is not None and one.rests_for is not None:
        return f"{name}: telt niet tot {one.rests_until:%d-%m-%Y} ({EXEMPTIONS[one.rests_for]})"
    if one.days_left < 0:
        return f"{name}: {count(-one.days_left, 'dag', 'dagen')} te laat"
    return f"{name}: vandaag" if one.days_left == 0 else f"{name}: nog {count(one.days_left, 'dag', 'dagen')}"
