"""A change of the store's key may be cut off anywhere: the store opens, and no answer, key or erasure is lost."""

import json
import subprocess
import sys
from pathlib import Path


def test_a_change_of_key_cut_off_before_each_of_its_file_operations_loses_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fault.rekeying", str(tmp_path)]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert report["cuts"] >= 15
    assert (report["lost"], report["wrong"]) == (0, [])
    as_cut = report["generations"][::2]
    assert sorted(as_cut) == as_cut, "the old key up to one moment, the new one after it"
    assert {1, 2} == set(as_cut)
