"""The terminal: one window, one person at a time, everything on an encrypted disk before the next thing shows.

    cli, __main__    `kiosk` run | courier | render | selftest | provision | install-pack | carry | status | upkeep | …
    wiring           the composition root: the only file that knows every part
    selftest         can this terminal do its work today?
    render           any screen to a picture and its geometry
    app              the Kivy App: window, router from state to screen, idle timer
    screens/         attract language unlock home reflector kvv plan sign done fault staff
    exercises/       one widget per kind in `modules/exercises`
    widgets/         what screens are made of; pure paint
    theme/           colours, sizes, type and icons, as values
    views/           state -> what to paint; no Kivy
    closed           what stands in a visit's place when the store cannot be opened
    session          one command at a time: decide, extend, append, evolve; no Kivy
    store/           the encrypted store: journal, packs, keys
    speech/          read aloud
    i18n             words of the interface, in each language and level
    lockdown         environment and Kivy's settings before Kivy; what no key or gesture may do
    settings, clock  every knob from one file; the only reader of time and chance

- A file may import what stands below it in this list, never above; import-linter holds the floors.
- Kivy is imported only by what paints: app, screens, exercises, widgets, theme, speech, render.

Deliberately not here: rules of the domain (`modules/`), the format of content (`content/`), carrying it away (`sync/`).
"""

VERSION = "0.1.0"
