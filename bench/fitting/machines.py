"""The fit of a decision that goes by likeness: scikit-learn's support vector machine, its answers made to be odds."""

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.svm import SVC

from bench.fitting.logit import Decision
from detectors.machine import Machine

# How many parts of other events answer for each text when answers are made odds.
PARTS = 4


def fit_machine(decisions: Sequence[Decision], width: float, cost: float) -> Machine:
    """The machine for yes-or-no decisions, their second alternative being yes.

    `width` is the kernel's gamma, `cost` the C of the machine. Odds are fitted to what is said of texts by machines
    that have not seen their events (Platt's way).
    """
    names = sorted({name for each in decisions for name in each.alternatives[1]})
    columns = {name: at for at, name in enumerate(names)}
    x = np.zeros((len(decisions), len(names)), dtype=np.float32)
    for row, each in enumerate(decisions):
        for name, value in each.alternatives[1].items():
            x[row, columns[name]] = value
    yes = np.array([each.right[0] == 1 for each in decisions])
    weight = np.array([each.weight for each in decisions])
    groups = [each.event or f"alone-{n}" for n, each in enumerate(decisions)]
    machine = SVC(kernel="rbf", gamma=width, C=cost)
    fitting = {"sample_weight": weight}
    unseen = cross_val_predict(
        machine, x, yes, groups=groups, cv=GroupKFold(PARTS), method="decision_function", params=fitting
    )
    odds = LogisticRegression(C=1e6).fit(unseen[:, None], yes, sample_weight=weight)
    machine.fit(x, yes, sample_weight=weight)
    slope = float(odds.coef_[0, 0])
    offset = slope * float(machine.intercept_[0]) + float(odds.intercept_[0])
    return Machine.of(names, machine.support_vectors_.T, slope * machine.dual_coef_[0], width, offset)
