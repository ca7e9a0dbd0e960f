"""`python -m negotext` is the same as `negotext`."""

import sys

from negotext.cli import main

sys.exit(main())
