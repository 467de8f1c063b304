"""How likely an answer is right where `weighing` does not decide: one number for answer and silence.

A logistic model in the manner of Platt ("Probabilistic outputs for support vector machines", 1999)
over the ranker's own features, the standing among rivals and the words that were not found.
"""

import math

from bot.finding import weights
from bot.finding.accepting import objection
from bot.finding.binding import unbound
from bot.finding.scoring import DENSE
from bot.finding.search import Finding
from bot.questions import Asked
from bot.questions.expecting import classes
from bot.story import Story

SURE = 0.1  # least confidence; keeps the golden questions that have no answer refused
LIMITS = {"first", "last", "only", "least", "most", "never", "not", "n't", "second", "third"}


def confidence(asked: Asked, finding: Finding) -> float:
    """How likely a finding is right, [0, 1]."""
    return logistic(weights.of_certainty(), signs(asked, finding))


def logistic(table: weights.Weights, told: weights.Weights) -> float:
    """The logistic function of the weighted sum of signs and of "bias"."""
    total = table["bias"] + sum(table.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + math.exp(-total))


def signs(asked: Asked, finding: Finding) -> dict[str, float]:
    """What speaks for and against a finding's being right, beside the ranker's own features."""
    own, support, here = finding.standing
    missing = set(finding.passage.alignment.missing)
    found = {f"class: {name}": 1.0 for name in classes(asked)[:2]}
    for token in asked.doc:
        if token.i in missing:
            found[f"missing {token.pos_}"] = 1.0
            found[f"missing {token.dep_.partition(':')[0]}"] = 1.0
    features = finding.features
    found.update((f"it: {name}", features.get(name, 0.0)) for name in DENSE)
    for trait in ("shape", "noun", "part"):
        found.update((f"it: {n}", 1.0) for n in features if n.startswith(f"{trait}="))
    found.update(
        own=own, support=support, here=here, doubt=math.log(max(support, 1e-3)),
        score=finding.score / 10, limit=float(_limited(asked, missing)),
        missing=float(len(missing)) / 5, likely=own * finding.passage.alignment.coverage,
    )  # fmt: skip
    return found


def _limited(asked: Asked, missing: set[int]) -> bool:
    """Whether the question has a "first" or "not" that the sentence has not."""
    return any(token.i in missing and token.lower_ in LIMITS for token in asked.doc)


def accepts(asked: Asked, finding: Finding, story: Story) -> bool:
    """Whether a finding may answer where the trees do not decide: not against an objection."""
    if objection(asked, finding, story) or unbound(asked, finding, story):
        return False
    return confidence(asked, finding) >= SURE
