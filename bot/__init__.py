"""story-bot: answers questions about a news story, with proof."""

import os

# The matrices are small: threads cost more than they bring, above all on a busy machine.  Numpy reads
# this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Durations come from python-telegram-bot in the form of its next version, without its warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
