"""The arithmetic of the pipeline's models, made quick for short texts."""

from threading import Lock
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps, registry
from thinc.types import Ragged

NAME = "story_bot.numpy"
# Layers that give their weights to `gemm` whole. The others hand them to C, which needs rows.
TURNED = {"maxout", "precomputable_affine"}
EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
REMEMBERED = 10_000  # words, 6 MB a model; a story has some hundreds


@registry.ops(NAME)
class StoryOps(NumpyOps):  # type: ignore[misc]
    """thinc's own, with numpy's product of matrices: a fifth faster in all than thinc's."""

    name = NAME

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


def hasten(model: Model[Any, Any]) -> None:
    """Make a loaded model quicker; what it predicts stays the same, but it cannot be trained."""
    for layer in list(model.walk()):
        if layer.name in TURNED:
            layer.set_param("W", turned(layer.get_param("W")))
        if [inner.name.partition("(")[0] for inner in layer.layers] == EMBEDDING:
            layer.layers[2:4] = [Remembering(layer.layers[2:4]).model]


def turned(weights: Any) -> Any:
    """The same numbers, laid in memory by columns: a product with few rows takes half the time."""
    columns = np.ascontiguousarray(weights.reshape(-1, weights.shape[-1]).T)
    return columns.T.reshape(weights.shape)


class Remembering:
    """The embedding of words, worked out once a word: it does not depend on the sentence."""

    def __init__(self, layers: list[Model[Any, Any]]) -> None:
        self._layers = layers
        self._places: dict[tuple[int, ...], int] = {}
        self._rows: Any = None
        self._lock = Lock()  # articles are read aside while questions go on
        self.model: Model[Any, Any] = Model("remembering", self._forward, layers=layers)

    def _forward(self, _model: Model[Any, Any], words: Ragged, is_train: bool) -> Any:
        assert not is_train
        keys = list(map(tuple, words.dataXd.tolist()))
        with self._lock:
            self._learn(dict(zip(keys, words.dataXd, strict=True)))
            rows = self._rows[[self._places[key] for key in keys]]
        return Ragged(rows, words.lengths), None

    def _learn(self, words: dict[tuple[int, ...], Any]) -> None:
        """Put the words that are new behind the others; forget those when there is no room."""
        new = [key for key in words if key not in self._places]
        if not new:
            return
        if len(self._places) + len(new) > REMEMBERED:
            self._places, new = {}, list(words)
        vectors = np.array([words[key] for key in new])
        for layer in self._layers:
            vectors = layer.predict(vectors)
        known = len(self._places)
        if not known:
            room = max(REMEMBERED, len(new))
            self._rows = np.empty((room, vectors.shape[1]), dtype=vectors.dtype)
        self._rows[known : known + len(new)] = vectors
        self._places |= {key: known + i for i, key in enumerate(new)}
