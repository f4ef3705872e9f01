"""The classifier of topics: a linear model over letter n-grams, words and word beginnings of every language together.

Chosen by measurement (docs/decisions/0003-understanding.md). Two linear readers of the same features, a support vector
machine and a complement naive Bayes model (Rennie et al. 2003), are added up into one weight matrix, so that two opinions
cost no more than one. A temperature found by cross-validation (Guo et al. 2017) turns scores into probabilities.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import joblib
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedKFold
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import FeatureUnion
from sklearn.svm import LinearSVC

from knowledge.text import fold

FOLDS = 4
BAYES_WEIGHT = 1.0
STEM_LENGTHS = (4, 5)


@dataclass(frozen=True)
class TopicModel:
    """`labels`: what may be predicted; `weights`: (features, labels), in half
    precision, which halves the file and changes no answer; `bias`: (labels,); `temperature`: > 0."""

    vectorizer: FeatureUnion
    labels: list[str]
    weights: np.ndarray
    bias: np.ndarray
    temperature: float

    def probabilities(self, texts: Sequence[str]) -> np.ndarray:
        """Return the calibrated probability of each label: (texts, labels), each row summing to 1."""
        rows = csr_matrix(self.vectorizer.transform(texts))
        return _softmax(np.vstack([self._scores(row) for row in rows]) / self.temperature)

    def _scores(self, row: csr_matrix) -> np.ndarray:
        """Return the score of each label; only the weights of features that occur are touched."""
        return np.asarray(row.data @ self.weights[row.indices].astype(np.float32) + self.bias)

    def save(self, path: Path) -> None:
        """Write the model to `path`."""
        # Uncompressed: Rasa packs the whole model anyway, and unpacking twice takes seconds at every start.
        joblib.dump(self, path)

    @staticmethod
    def load(path: Path) -> "TopicModel":
        """Read a model that `save` wrote."""
        loaded: TopicModel = joblib.load(path)
        return loaded


def train(texts: Sequence[str], labels: Sequence[str]) -> TopicModel:
    """Return a model of the examples `texts`, each with its label; calibrated on folds it was not fitted on."""
    target = np.array(labels)
    vectorizer = make_vectorizer()
    features = vectorizer.fit_transform(texts)
    weights, bias, names = _fit(features, target)
    return TopicModel(vectorizer, names, weights.astype(np.float16), bias, _temperature(features, target))


def make_vectorizer() -> FeatureUnion:
    """Return the features: letters within and across words, words and pairs of words, word beginnings and their pairs."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), preprocessor=fold, sublinear_tf=True)
    words = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), preprocessor=fold, sublinear_tf=True)
    stems = TfidfVectorizer(analyzer=word_beginnings, sublinear_tf=True)
    return FeatureUnion([("letters", letters), ("words", words), ("stems", stems)])


def word_beginnings(text: str) -> list[str]:
    """Return the first letters of each word, and those of each pair of neighbours: a stemmer for every language."""
    tokens = fold(text).split()
    short = STEM_LENGTHS[0]
    pairs = [f"{first[:short]} {second[:short]}" for first, second in pairwise(tokens)]
    return [token[:length] for length in STEM_LENGTHS for token in tokens] + pairs


def _fit(features: csr_matrix, target: np.ndarray) -> tuple[np.ndarray, np.ndarray, list[str]]:
    machine = LinearSVC(C=0.3, random_state=0).fit(features, target)
    bayes = ComplementNB(alpha=0.3).fit(features, target)
    spread = machine.decision_function(features).std() / bayes.predict_log_proba(features).std()
    weights = machine.coef_ + BAYES_WEIGHT * spread * bayes.feature_log_prob_
    return weights.T, machine.intercept_, list(machine.classes_)


def _temperature(features: csr_matrix, target: np.ndarray) -> float:
    """Return the temperature under which held-out examples are least surprising (mean log-likelihood)."""
    scores, truth = [], []
    for fitted, held_out in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(features, target):
        weights, bias, names = _fit(features[fitted], target[fitted])
        scores.append(np.asarray(features[held_out] @ weights) + bias)
        truth.append(np.searchsorted(names, target[held_out]))
    scored, true = np.vstack(scores), np.concatenate(truth)
    surprise = lambda log_t: -np.log(_softmax(scored / np.exp(log_t))[np.arange(len(true)), true] + 1e-12).mean()  # noqa: E731
    return float(np.exp(minimize_scalar(surprise, bounds=(-5, 3), method="bounded").x))


def _softmax(scores: np.ndarray) -> np.ndarray:
    parts = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(parts / parts.sum(axis=1, keepdims=True))
