"""From the treebanks to the model that is shipped, and what it is worth.

python -m tests.training --data ../shared/data             # an hour on one quiet core
python -m tests.training evaluate --data ../shared/data    # the shipped model on the test set
"""

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import spacy
from spacy.language import Language

from bot.language import pipeline
from tests.training.evaluate import as_table, evaluate
from tests.training.pack import pack
from tests.training.train import GRAMMAR, NAMES, SEED, join, prepare, train

META: dict[str, Any] = {
    "lang": "en_story",
    "name": "story",
    "version": "1.0.0",
    "description": "English of news and of chat: words, lemmas, dependencies (UD), names.",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<3.9",
    "trained_with": {
        "command": "python -m tests.training --data ../shared/data",
        "seed": SEED,
        "spacy": spacy.about.__version__,
    },
    "sources": [
        {
            "name": "UD English EWT",
            "license": "CC BY-SA 4.0",
            "credit": "Silveira et al. 2014, A Gold Standard Dependency Corpus for English",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
        },
        {
            "name": "UD English GUM, genres whose texts are CC BY or in the public domain",
            "license": "CC BY",
            "credit": "Zeldes 2017, The GUM Corpus: Creating Multilayer Resources in the Classroom",
            "url": "https://github.com/UniversalDependencies/UD_English-GUM",
        },
        {
            "name": "Universal NER, English EWT",
            "license": "CC BY-SA 4.0",
            "credit": "Mayhew et al. 2024, Universal NER",
            "url": "https://github.com/UniversalNER/UNER_English-EWT",
        },
    ],
}


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.training", description=__doc__)
    arguments.add_argument("step", nargs="?", choices=["train", "evaluate"], default="train")
    arguments.add_argument("--data", type=Path, required=True, help="the folder of data sets")
    arguments.add_argument("--work", type=Path, help="for what training leaves (else temporary)")
    arguments.add_argument("--model", help="an installed pipeline (else the shipped one)")
    arguments.add_argument("--split", choices=["dev", "test"], default="test")
    chosen = arguments.parse_args()
    if chosen.step == "evaluate":
        print(as_table(evaluate(pipeline.load(chosen.model), chosen.data, chosen.split)))
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if chosen.work:
        make(chosen.data, chosen.work)
    else:
        with TemporaryDirectory() as work:
            make(chosen.data, Path(work))


def make(data: Path, work: Path) -> None:
    """Train both turns and put the result where the program finds it, with its scores."""
    prepare(data, work)
    grammar = train(GRAMMAR, work)
    names = train(NAMES, work, begin_with=grammar)
    finish(grammar, names, data, pipeline.MODEL)


def finish(grammar: Language, names: Language, data: Path, folder: Path) -> None:
    """Join and pack; what is scored is what is shipped, so it is packed twice."""
    nlp = join(grammar, names)
    pack(nlp, folder, META)
    packed = pipeline.load_packed(folder)
    scores = {split: evaluate(packed, data, split) for split in ("dev", "test")}
    pack(nlp, folder, {**META, "performance": scores})
    for split, figures in scores.items():
        print(f"\n{split}\n\n{as_table(figures)}")


if __name__ == "__main__":
    main()
