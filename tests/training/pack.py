"""The trained pipeline as the few small files that are shipped: reduced precision, compressed."""

import json
import shutil
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.pipeline import TrainablePipe

from bot.language.name_tagger import NameTagger
from bot.language.pipeline import CONFIG, META, WEIGHTS

LICENCE = Path(__file__).parent / "LICENSE"
# By thinc's name of the weights: tables of words ("E") bear fewer steps, and pack better for it.
# Tuned on the dev set: UPOS, lemma, UAS and LAS move by at most 0.1.
STEPS = {"E": 15}
ONLY_FOR_TRAINING = ("training", "initialize", "corpora", "pretraining", "paths", "system")


def pack(nlp: Language, folder: Path, meta: dict[str, Any]) -> None:
    """Write `nlp` to `folder`, whose old content goes only when the new is complete."""
    parts: dict[str, Any] = {}
    whole: dict[str, bytes] = {}  # what packs itself
    for name, pipe in nlp.pipeline:
        if isinstance(pipe, NameTagger):
            whole[name] = pipe.to_bytes()
        if isinstance(pipe, TrainablePipe):
            model = srsly.msgpack_loads(pipe.model.to_bytes())
            model["params"] = [shrink_all(params) for params in model["params"]]
            parts[name] = {"state": pipe.to_bytes(exclude=["vocab", "model"]), "model": model}
    content = srsly.msgpack_dumps(
        {"strings": sorted(needed_strings(nlp)), "parts": parts, "bytes": whole}
    )
    fresh, old = folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")
    for left_over in (fresh, old):
        shutil.rmtree(left_over, ignore_errors=True)
    fresh.mkdir(parents=True)
    (fresh / WEIGHTS).write_bytes(zlib.compress(content, 9))
    (fresh / CONFIG).write_text(runtime_config(nlp), encoding="utf-8")
    text = json.dumps(meta, indent=2, ensure_ascii=False)
    (fresh / META).write_text(text + "\n", encoding="utf-8")
    shutil.copy(LICENCE, fresh / LICENCE.name)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def shrink_all(params: dict[str, Any]) -> dict[str, Any]:
    """The weights of a layer; `bot.language.pipeline.restore` makes them whole."""
    return {
        name: shrink(value, STEPS.get(name, 63)) if isinstance(value, np.ndarray) else value
        for name, value in params.items()
    }


def shrink(weights: np.ndarray, steps: int) -> dict[str, Any]:
    """Whole numbers from -steps to steps with a scale a row; a mere vector at half precision."""
    if weights.ndim < 2:
        return {"numbers": weights.astype(np.float16)}
    scales = np.maximum(np.abs(weights).max(axis=-1, keepdims=True), 1e-8) / steps
    numbers = np.round(weights / scales).astype(np.int8)
    return {"numbers": numbers, "scales": scales.astype(np.float32)}


def needed_strings(nlp: Language) -> set[str]:
    """Labels, their features, and the letters that the lemmatizer's trees put on and take off."""
    strings = {str(label) for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    strings |= {part for label in strings for part in (*label.split("||"), *label.split("|"))}
    for label in nlp.pipe_labels["morphologizer"]:
        strings.add(label.partition("POS=")[2].partition("|")[0])
        strings.add("|".join(part for part in label.split("|") if not part.startswith("POS=")))
    trees: Any = nlp.get_pipe("lemmatizer")
    for tree in srsly.msgpack_loads(trees.trees.to_bytes())["trees"]:
        strings |= {nlp.vocab.strings[tree[key]] for key in ("orig", "subst") if key in tree}
    return strings - {""}


def runtime_config(nlp: Language) -> str:
    config = nlp.config.copy()
    for section in ONLY_FOR_TRAINING:
        config.pop(section, None)
    return str(config.to_str())
