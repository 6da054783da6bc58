#!/bin/sh
# Sees to the Debian packages of the lists it is given; says in one line what to type where it may not.
#
# - `setup.sh LIST...` reads kiosk/deploy/debian-packages-LIST.txt; the list `python` is settled by the interpreter
#   itself, which may be another than Debian's.
# - Nothing is asked of the network when nothing is missing.
# - apt is used as root, or through sudo where it asks no password; otherwise the line is printed and this ends with 1.
# - Not here: what pip installs (requirements.txt), and the terminal's own units and rules (beside this file).
set -eu

here=$(dirname "$0")
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

packages_of() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/debian-packages-$1.txt"; }

python_serves() { command -v "$python" >/dev/null 2>&1 && "$python" -c 'import ensurepip, venv' 2>/dev/null; }

missing() {
    for list in "$@"; do
        if [ "$list" = python ]; then
            python_serves || packages_of python
        else
            packages_of "$list" | while read -r name; do
                dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || echo "$name"
            done
        fi
    done
}

require_version() {
    if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'; then
        say "This needs Python 3.11, 3.12 or 3.13; '$python' is $("$python" -V 2>&1). Name another: make PYTHON=python3.12 ..."
        exit 1
    fi
}

if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is not a Debian: the packages in $here/debian-packages-*.txt are yours to install under their own names here."
    require_version
    exit 0
fi

wanted=$(missing "$@" | tr '\n' ' ')
if [ -n "$wanted" ]; then
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo=sudo
    else
        say "Some Debian packages are missing, and only root may install them. Please type:"
        say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $wanted"
        say "and then the same make command again."
        exit 1
    fi
    say "Installing Debian packages: $wanted"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086 # the list is words
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
fi

require_version
