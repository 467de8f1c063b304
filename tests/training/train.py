"""Trains the part of the pipeline that reads words and grammar."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Corpus
from spacy.training.loop import train as run_training
from spacy.util import load_config, load_model_from_config, registry
from thinc.api import fix_random_seed

from bot.language import english, lemmatizer  # noqa: F401  (registers what the config names)
from tests.training import augment  # noqa: F401  (registers the reader)
from tests.training.treebank import read_trees, write_docs

CONFIG = Path(__file__).parent / "config.cfg"
SEED: int = load_config(CONFIG)["system"]["seed"]


COMPONENTS = ["one_sentence", "tok2vec", "tagger", "morphologizer", "lemmatizer", "parser"]


def prepare(data: Path, work: Path) -> None:
    """Write the DocBins of all splits, with GUM in training and without."""
    work.mkdir(parents=True, exist_ok=True)
    for split, gum in (("train", True), ("train", False), ("dev", False)):
        write_docs(read_trees(data, split, gum=gum), corpus_path(work, split, gum=gum))


def corpus_path(work: Path, split: str, *, gum: bool) -> Path:
    return work / f"{split}{'-gum' if gum else ''}.spacy"


def train(
    work: Path,
    *,
    gum: bool = True,
    components: Sequence[str] = COMPONENTS,
    settings: Mapping[str, object] | None = None,
) -> Language:
    """All components but the names, as they were when they read the dev set of EWT best.

    `settings` are dotted names of the config with other values, "training.max_steps": 100.
    """
    corpus = corpus_path(work, "train", gum=gum)
    paths = {"paths.train": str(corpus), "paths.dev": str(corpus_path(work, "dev", gum=False))}
    overrides = {"nlp.pipeline": [*components], **paths, **(settings or {})}
    config = load_config(CONFIG, overrides=overrides)
    for name in set(config["components"]) - set(components):
        del config["components"][name]
    fix_random_seed(config["system"]["seed"])
    nlp = load_model_from_config(config, auto_fill=True)
    nlp._link_components()
    training = nlp.config.interpolate()["training"]
    optimizer = registry.resolve({"optimizer": training["optimizer"]})["optimizer"]
    sample = Corpus(corpus, gold_preproc=True)
    nlp.initialize(lambda: sample(nlp), sgd=optimizer)
    output = work / "grammar"
    output.mkdir(exist_ok=True)
    run_training(nlp, output)
    return spacy.load(output / "model-best")
