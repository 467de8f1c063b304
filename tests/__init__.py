"""The tests.  `bot` is imported before anything else brings numpy: it tells numpy to use one thread."""

import bot  # noqa: F401
