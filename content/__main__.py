"""`python -m content` is `packs`."""

import sys

from content.cli import main

sys.exit(main())
