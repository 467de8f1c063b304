"""How often something may happen: counted for each person or chat, within a sliding window."""

from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import Enum

KEYS = 10_000  # counted apart; the one that was longest quiet is forgotten first


class Verdict(Enum):
    """Whether it may happen."""

    YES = "yes"
    NO = "no"  # and it is to be said so: the first refusal
    STILL_NO = "still no"  # it was said already


@dataclass(slots=True)
class _Count:
    times: deque[float] = field(default_factory=deque)
    refused_until: float = 0.0


class Meter:
    """Lets through `most` in `seconds`; then nothing until there is room again.

    With `pause` it lets nothing through for so many seconds after the first refusal.
    """

    def __init__(self, most: int, seconds: float, *, pause: float = 0.0) -> None:
        """`most` 0: everything may happen."""
        self._most, self._seconds, self._pause = most, seconds, pause
        self._counts: OrderedDict[Hashable, _Count] = OrderedDict()

    def take(self, key: Hashable, now: float) -> Verdict:
        """Count one of `key` at `now` (seconds on any clock that goes forward)."""
        if not self._most:
            return Verdict.YES
        count = self._counts.setdefault(key, _Count())
        self._counts.move_to_end(key)
        while len(self._counts) > KEYS:
            self._counts.popitem(last=False)
        while count.times and count.times[0] <= now - self._seconds:
            count.times.popleft()
        if now < count.refused_until and (self._pause or len(count.times) >= self._most):
            return Verdict.STILL_NO
        if len(count.times) < self._most:
            count.times.append(now)
            return Verdict.YES
        count.refused_until = now + (self._pause or self._seconds)
        return Verdict.NO
