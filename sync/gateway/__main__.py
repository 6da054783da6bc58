"""`python -m sync.gateway` is `drplan`."""

import sys

from sync.gateway.cli import main

sys.exit(main())
