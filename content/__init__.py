"""Content packs: their format (PACK.md), their sources (packs/), how they are made, signed and trusted.

What a terminal or the gateway calls, in this order:

    content.release.read_release    folder -> Release: bytes only, with hard caps, no trust yet
    content.trust.verify_release    Release -> Verified: TUF, at a given time, never backwards
    content.release.load_packs      Verified -> (Pack, …): each as PACK.md says, and the one its signers named
    content.pack.load               bytes -> Pack: one pack again, later, from where it was installed

    release = read_release(Path("build/packs"))      # raises PackError
    verified = verify_release(release, trusted_root=raw_root, reference_time=now, floor=floor)
                                                     # raises UntrustedError (Rollback, Expired, Signature), PackError
    for pack in load_packs(verified):                # raises PackError(findings)
        pack.manifest, pack.definition, pack.digest  # Manifest, Questionnaire | KvvProgramme, SHA-256 of the archive
        pack.files                                   # Mapping[EntryName, bytes]: recordings and what they say
        verified.packs[pack.manifest.id]             # the archive's bytes, to install
    verified.trusted_root, verified.floor            # to keep: what the next verify_release is given
    verified.expires                                 # when a newer release is due

- `raw_root` is what the terminal was provisioned with: `metadata/1.root.json` of the release, brought by another road
  than the release itself. `reference_time` is an aware datetime; `floor` is none only at the first release ever.
- Expiry blocks loading, never using: a pack that was loaded once stays usable (SECURITY 7), so `load` asks no time.
- A terminal needs release, trust and pack alone; source, lint, build and cli serve the author (extra `authoring`).
- Not here: installed packs and where the floor is kept (kiosk/store/packs.py), the models (modules/definition).
"""
