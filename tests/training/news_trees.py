"""Grows the trees that speak of news where the rules are silent: `bot/finding/news_contest.json` and
`news_evidence.json`; before that it fits the order of the sentences of news in `weights.json`.

    python -m tests.training.news_trees          # measure, on stories not seen
    python -m tests.training.news_trees --ship   # the same, then grow on all, and keep: minutes

They learn from our own questions on invented news (`own_questions.jsonl`), each put to the
bot as it is but for these trees.
"""

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from spacy.language import Language

from bot import answers, questions
from bot.answers import answering
from bot.answers.filling import findings, ruled
from bot.domain import Corpus
from bot.finding import scoring, search, weights
from bot.kinds import anything
from bot.language import pipeline
from bot.language.terms import search_terms, stem
from bot.replies import Replies
from bot.story import Story
from tests.benchmark import data
from tests.benchmark.scores import mean
from tests.training.fitting import fit_order
from tests.training.judging import RIGHT, Forests, Row, judge_row
from tests.training.ranker import OF_NEWS, WEIGHTS, Numbers

OWN = Path(__file__).parent / "own_questions.jsonl"
CONTEST, EVIDENCE = Path("bot/finding/news_contest.json"), Path("bot/finding/news_evidence.json")
MADE = (
    "by python -m tests.training.news_trees --ship, from questions of our own: see tests/training"
)
SEED = 20261123
LEAST_COMMON = {"contest": 150, "evidence": 30}  # lines that must have a sign
STRANGERS, STRANGE = 6, 2
FALSE = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3)  # shares of the unanswerable questions


def rows(path: Path, sign: Numbers) -> Iterator[Row]:
    """The questions that come before the trees, with what the rules say to each."""
    nlp, replies = pipeline.load(), Replies.load()
    stories = with_strange_questions(with_other_deeds(list(data.lines(path)), nlp))
    for number, told in enumerate(stories):
        story = Story.read(Corpus((data.article(f"n{number}", _dated(told)),)), nlp)
        for place, (question, of) in enumerate(told["asked"]):
            asked = questions.read(question, story, nlp)
            met: list[Any] = []

            def keep(*case: Any, met: list[Any] = met) -> None:
                met.append(case)

            with patch.object(answering, "chosen", keep):
                answers.answer(asked, story, replies)
            if len(met) != 1:
                continue  # of several questions, or weighed
            [(request, kinds, reply)] = met
            said_by = {kind.name for kind in kinds if kind.fits} | {anything.KIND.name}
            if reply is None or reply.kind in said_by:
                yield judge_row(
                    request,
                    findings(request),
                    sign,
                    title=told["title"],
                    answers=of,
                    id_=f"{number}-{place}",
                    also=partial(ruled, request, kinds, reply),
                )


def orders(path: Path) -> Iterator[tuple[list[dict[str, float]], list[float], float]]:
    """The sentences of each answerable question: features, whether each holds the answer; once as the
    rules match words and once as the trees do."""
    nlp = pipeline.load()
    for number, told in enumerate(data.lines(path)):
        if not told["date"]:
            continue
        story = Story.read(Corpus((data.article(f"n{number}", _dated(told)),)), nlp)
        for question, of in told["asked"]:
            if not of:
                continue
            asked = questions.read(question, story, nlp)
            narrow = search.passages(asked, story, depth=None)
            for held in (narrow, search.widened(asked, story, narrow, depth=None)):
                right = [float(any(a in p.reading.sentence.text for a in of)) for p in held]
                yield [scoring.sentence_features(p) for p in held], right, 1.0


def fit_sentences() -> None:
    """Fit the order of the sentences of news, and write it among the other weights."""
    file = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    file[OF_NEWS] = fit_order(list(orders(OWN)))
    WEIGHTS.write_text(json.dumps(file, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    weights.replace(**{OF_NEWS: file[OF_NEWS]})


def with_other_deeds(stories: Sequence[Any], nlp: Language) -> Iterator[dict[str, Any]]:
    """The stories, and for every second answerable question one on another deed, that of a question
    on another story: 'When was the lighthouse sold?' for 'When was the lighthouse lit?'"""
    draw = random.Random(SEED)
    texts = [question for told in stories for question, _ in told["asked"]]
    verbs = [next((t for t in doc if t.pos_ == "VERB"), None) for doc in nlp.pipe(texts)]
    by_form: dict[str, list[str]] = {}
    for verb in verbs:
        if verb is not None:
            by_form.setdefault(verb.tag_, []).append(verb.text)
    each = iter(verbs)
    for told in stories:
        others = []
        for question, of in told["asked"]:
            verb = next(each)
            if not of or verb is None or draw.random() < 0.5:
                continue
            other = draw.choice(by_form[verb.tag_])
            if stem(other) not in search_terms(told["text"]):
                end = verb.idx + len(verb)
                others.append([question[: verb.idx] + other + question[end:], []])
        yield {**told, "asked": [*told["asked"], *others]}


def with_strange_questions(stories: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The stories, and a few questions on others that name nobody and have `STRANGE` words that the
    story has not: 'Who built the opera house?' of a flood."""
    every = list(stories)
    draw = random.Random(SEED)
    texts = [question for told in every for question, of in told["asked"] if of]
    nameless = [
        text for text in texts if text[1:] == text[1:].lower() and not re.search(r"\d", text)
    ]
    for told in every:
        known = set(search_terms(told["text"]))
        strange = [q for q in draw.sample(nameless, 8 * STRANGERS) if _strange(q, known) >= STRANGE]
        yield {**told, "asked": [*told["asked"], *([q, []] for q in strange[:STRANGERS])]}


def _strange(question: str, known: Set[str]) -> int:
    return len(set(search_terms(question)) - known)


def _dated(told: Mapping[str, Any]) -> str:
    date = f"date = {told['date']}\n" if told["date"] else ""
    return f"+++\n{date}+++\n\n{told['text']}"


def report(forests: Forests) -> None:
    """What is said right and wrong, on stories not seen, by how many unanswerable questions are
    answered."""
    begins = np.cumsum(forests.sizes) - forests.sizes
    likely = dict(zip(forests.winners.tolist(), forests.certainty.totals.tolist(), strict=True))
    tops: list[tuple[bool, float, bool]] = []
    for row, begin, size in zip(forests.rows, begins, forests.sizes, strict=True):
        lines = [line for line in range(begin, begin + size) if line in likely]
        best = max(lines, key=likely.__getitem__, default=None)
        total, f1 = (-np.inf, 0.0) if best is None else (likely[best], forests.f1[best])
        tops.append((row.is_answerable, float(1 / (1 + np.exp(-total))), bool(f1 >= RIGHT)))
    _print(tops)


def _print(tops: Sequence[tuple[bool, float, bool]]) -> None:
    able = [top for top in tops if top[0]]
    near = sorted((likely for is_able, likely, _ in tops if not is_able), reverse=True)
    print(
        f"{len(able)} answerable, {len(near)} not; best words right {mean(t[2] for t in able):.3f}"
    )
    print("false of unanswerable, least likelihood, right and wrong of answerable")
    for share in FALSE:
        least = near[int(share * len(near))]
        said = [(likely > least, right) for _, likely, right in able]
        right, wrong = (mean(is_said and ok is is_right for is_said, ok in said)
                        for is_right in (True, False))  # fmt: skip
        print(f"  {share:.2f}  {least:.2f}  {right:.3f}  {wrong:.3f}")


def main() -> None:
    """Measure, and on request keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ship", action="store_true", help="grow on all, and keep the trees")
    options = parser.parse_args()
    if options.ship:
        fit_sentences()
    sign = Numbers()
    read = list(rows(OWN, sign))
    forests = Forests(read, list(sign.of), LEAST_COMMON)
    report(forests)
    if options.ship:
        for path, table in zip((CONTEST, EVIDENCE), forests.shipped(), strict=True):
            path.write_text(json.dumps({**table, "made": MADE}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
