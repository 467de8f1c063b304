"""How the head of each candidate hangs together with words that stand for the question's."""

from collections.abc import Sequence

import numpy as np

from bot.questions import Asked
from bot.story import Reading
from bot.story.columns import Columns, Numbers


def nearness(columns: Columns, tokens: Sequence[int]) -> Numbers:
    """How near each candidate stands to the nearest of some tokens, [0, 1]; 0 without."""
    if not tokens:
        return np.zeros(len(columns.head))
    found: Numbers = 1 / (1 + columns.away[:, list(tokens)].min(1))
    return found


def link(reading: Reading, columns: Columns, tokens: Sequence[int], is_asked: bool) -> list[str]:
    """How each candidate's head hangs together with any of the tokens."""
    if not tokens:
        return ["absent" if is_asked else "-"] * len(columns.head)
    wanted, doc = set(tokens), reading.doc
    nearest = columns.steps[:, tokens].min(1)
    known: dict[int, str] = {}
    found = []
    for head in columns.head.tolist():
        if head not in known:
            above = int(columns.parent[head])
            if head in wanted:
                known[head] = "itself"
            elif above in wanted:
                known[head] = f"under {doc[head].dep_}"
            elif below := [t for t in tokens if columns.parent[t] == head]:
                known[head] = f"over {doc[below[0]].dep_}"
            elif nearest[head] == 2 and any(columns.parent[t] == above for t in tokens):
                known[head] = f"beside {doc[head].dep_}"
            else:
                known[head] = str(int(min(nearest[head], 6)))
        found.append(known[head])
    return found


def governed(asked: Asked, links: list[str]) -> list[str]:
    """The links to the asked phrase's governor, with what the phrase is to it."""
    if asked.phrase < 0:
        return links
    relation = asked.doc[asked.phrase].dep_.partition(":")[0]
    return [f"{relation}: {link}" for link in links]


def cases(asked: Asked, columns: Columns) -> list[str]:
    """The preposition asked with, and the one before each candidate or at its beginning."""
    wanted = asked.preposition or "-"
    pairs = zip(columns.traits["before"], columns.traits["opens"], strict=True)
    return ["same" if wanted in pair else f"{'asked' if wanted != '-' else '-'}" for pair in pairs]
