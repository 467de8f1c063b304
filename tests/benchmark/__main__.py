"""Quality and speed, as tables.

    python -m tests.benchmark golden telegram
    python -m tests.benchmark library [--most ARTICLES]
    python -m tests.benchmark deeds probes language --corpus PATH
    python -m tests.benchmark exam squad open wiki cmu trec cast --data PATH [--most N]

PATH is a folder of public question sets: squad-1.1, squad-2.0, squadshifts-wiki, cmu-qa, trec-qa
and trec-cast, each with its `dev` file.  The exam is a folder beside it, or --exam PATH.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark import (
    cast,
    data,
    deeds,
    exam,
    golden,
    language,
    library,
    probes,
    telegram,
    trec,
)
from tests.benchmark.answering import answer_table, cmu_table
from tests.benchmark.running import Run


@dataclass(frozen=True, slots=True)
class Options:
    """Where the questions are."""

    data: Path
    exam: Path
    most: int | None  # articles of each set; None: all
    corpus: Path


def squad(run: Run, options: Options) -> None:
    for name in ("squad-1.1", "squad-2.0"):
        print(f"\n{name}, paragraph given")
        path = options.data / name / "dev.json.gz"
        answer_table(run, *data.squad(path, whole=False, most=options.most))


def open_article(run: Run, options: Options) -> None:
    print("\nsquad-1.1, article given")
    path = options.data / "squad-1.1" / "dev.json.gz"
    answer_table(run, *data.squad(path, whole=True, most=options.most))


def wiki(run: Run, options: Options) -> None:
    print("\nSQuADShifts, other Wikipedia articles, paragraph given")
    path = options.data / "squadshifts-wiki" / "dev.json.gz"
    answer_table(run, *data.squad(path, whole=False, most=options.most))


def cmu(run: Run, options: Options) -> None:
    print("\nCMU question-answer data, article given")
    cmu_table(run, *data.cmu(options.data / "cmu-qa" / "dev.json.gz", most=options.most))


def trec_ranking(run: Run, options: Options) -> None:
    print("\nTREC QA dev, clean: candidate sentences ranked")
    ranked = trec.rank(run.nlp, options.data / "trec-qa" / "dev.jsonl.gz")
    print("MAP {:.3f}, MRR {:.3f}, first right {:.3f}".format(*ranked))


def follow_ups(run: Run, options: Options) -> None:
    print("\nTREC CAsT: follow-ups")
    cast.table(run, options.data / "trec-cast" / "dev.jsonl")


def story_exam(run: Run, options: Options) -> None:
    print("\nThe story exam")
    exam.table(run, options.exam)


def golden_questions(run: Run, _options: Options) -> None:
    print("\nGolden questions")
    golden.table(run)


def told_deeds(run: Run, options: Options) -> None:
    print(f"\nWhat is read in {options.corpus}")
    deeds.table(run.nlp, options.corpus)


def short_questions(run: Run, options: Options) -> None:
    print(f"\nShort questions on {options.corpus}")
    probes.table(run, options.corpus)


def speed_of_language(_run: Run, options: Options) -> None:
    print("\nSpeed of the language front end, in processor time")
    language.table(options.corpus)


def many_articles(_run: Run, options: Options) -> None:
    print("\nMany articles: starts and reloads")
    library.table(options.most)


def over_telegram(run: Run, _options: Options) -> None:
    print("\nOver the false Telegram")
    telegram.table(run)


TABLES: dict[str, Callable[[Run, Options], None]] = {
    "golden": golden_questions,
    "deeds": told_deeds,
    "probes": short_questions,
    "language": speed_of_language,
    "library": many_articles,
    "telegram": over_telegram,
    "exam": story_exam,
    "squad": squad,
    "open": open_article,
    "wiki": wiki,
    "cmu": cmu,
    "trec": trec_ranking,
    "cast": follow_ups,
}


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(
        prog="tests.benchmark",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("tables", nargs="+", choices=[*TABLES, "all"], metavar="TABLE")
    parser.add_argument("--data", type=Path, default=Path("data"), help="the question sets")
    parser.add_argument("--exam", type=Path, help="default: the folder exam beside the data")
    parser.add_argument("--most", type=int, help="only so many articles of each set")
    parser.add_argument(
        "--corpus", type=Path, default=Path("corpus"), help="for `deeds`, `probes` and `language`"
    )
    given = parser.parse_args()
    exams = given.exam or given.data.parent / "exam"
    options = Options(given.data, exams, given.most, given.corpus)
    run = Run()
    for name in TABLES if "all" in given.tables else given.tables:
        TABLES[name](run, options)


if __name__ == "__main__":
    main()
