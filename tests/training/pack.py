"""The trained pipeline as the few small files that are shipped: half precision, compressed."""

import json
import shutil
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.language import Language

from bot.language.pipeline import CONFIG, META, WEIGHTS


def pack(nlp: Language, folder: Path, meta: dict[str, Any]) -> None:
    """Write `nlp` to `folder`, whose old content goes only when the new is complete."""
    parts: dict[str, Any] = {}
    for name, pipe in nlp.pipeline:
        if not hasattr(pipe, "model"):
            continue
        state = srsly.msgpack_loads(pipe.to_bytes(exclude=["vocab", "model"]))
        model = srsly.msgpack_loads(pipe.model.to_bytes())
        model["params"] = [
            {key: halve(value) for key, value in params.items()} for params in model["params"]
        ]
        parts[name] = {"state": srsly.msgpack_dumps(state), "model": model}
    content = {"strings": sorted(needed_strings(nlp)), "parts": parts}
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    (fresh / WEIGHTS).write_bytes(zlib.compress(srsly.msgpack_dumps(content), 9))
    (fresh / CONFIG).write_text(runtime_config(nlp), encoding="utf-8")
    (fresh / META).write_text(
        json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def halve(value: Any) -> Any:
    return value.astype(np.float16) if isinstance(value, np.ndarray) else value


def needed_strings(nlp: Language) -> set[str]:
    """Labels, their features, and the endings that the lemmatizer's trees put on."""
    strings = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    strings |= {part for label in strings for part in (*label.split("||"), *label.split("|"))}
    for label in nlp.get_pipe("morphologizer").labels:  # type: ignore[attr-defined]
        strings.add(label.partition("POS=")[2].partition("|")[0])
        strings.add("|".join(part for part in label.split("|") if not part.startswith("POS=")))
    lemmatizer = nlp.get_pipe("lemmatizer")
    for tree in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:  # type: ignore[attr-defined]
        for key in ("orig", "subst"):
            if key in tree:
                strings.add(nlp.vocab.strings[tree[key]])
    return strings - {""}


def runtime_config(nlp: Language) -> str:
    """The config without what only training needs, and with weights of the right shape."""
    config = nlp.config.copy()
    for section in ("training", "initialize", "corpora", "pretraining", "paths", "system"):
        config.pop(section, None)
    return config.to_str()
