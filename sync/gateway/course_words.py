"""The Dutch that staff read about the course of a plan: each step, its choices, why not, and the terms.

- Outcomes and reasons are the very sentences on his screen (kiosk/locale/nl): staff choose what he will read.
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
    FeasibilityReason.TIME_TOO_SHORT: "De tijd is te kort.",
    FeasibilityReason.NOT_POSSIBLE_HERE: "Het kan hier niet.",
    FeasibilityReason.OTHERS_NEEDED: "Er zijn andere mensen voor nodig.",
    FeasibilityReason.TALK_FIRST: "Praat er eerst samen over.",
}
OUTCOMES: Mapping[MdoOutcome, str] = {
    MdoOutcome.GO_ON: "Uitkomst: je kunt zo verder.",
    MdoOutcome.PARTLY: "Uitkomst: een deel kan nu, een deel later.",
    MdoOutcome.CHANGE_FIRST: "Uitkomst: eerst moet er iets anders in het plan.",
    MdoOutcome.LATER: "Uitkomst: ze praten er later nog een keer over.",
}
MDO_REASONS: Mapping[MdoReason, str] = {
    MdoReason.FITS: "Omdat het past bij waar je nu bent.",
    MdoReason.GOOD_STEPS: "Omdat je goede stappen zet.",
    MdoReason.SMALLER_STEPS: "Omdat kleinere stappen beter lukken.",
    MdoReason.OTHER_THING_FIRST: "Omdat iets anders eerst geregeld wordt.",
    MdoReason.NO_PLACE_YET: "Omdat er nog geen plek is.",
    MdoReason.MORE_KNOWN_FIRST: "Omdat er eerst meer bekend moet zijn.",
    MdoReason.TIME_TOO_SHORT: "Omdat de tijd te kort is.",
    MdoReason.TALK_FIRST: "Omdat ze er eerst met je over willen praten.",
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
