"""The domain: pure rules on values; no clock, no disk, no network, no screen, no chance.

    errors ids values texts canonical signed      what everything else is made of
    conditions exercises definition               what a pack may say
    reasons events event_json                     what can happen, and its bytes
    journal ordering disclosure                   how it is chained and ordered, what of it leaves the terminal
    reflector kvv plan                            deciders: decide(definition, state, command) -> events; evolve
    roster                                        who lives and works here, and who may log in
    person progress                               folds over a person's events: his own state, his mentor's view

Dutch words kept in code, because English would mistranslate them:
    Reflector   the questionnaire a person fills in about himself
    Kvv         Kies voor Verandering, the programme of modules
    Mdo         multidisciplinair overleg, the staff meeting that decides on the plan
    DrPlan      Detentie- & Re-integratieplan, the statutory plan
    Vris        a person without residence, who prepares a return to another country
"""
