"""
Peers on the rows in the folder of the first argument: XGBoost hist and scikit-learn logistic regression learn the same
labels from the same facts; boosted trees that learn the true chances themselves, without noise and on other accounts
than they are judged on, say how much of the truth the facts hold. Scores of the last day's accounts by product, as
float64 files beside the rows.
"""
import json, os, sys

os.environ.setdefault("OMP_NUM_THREADS", "2")
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler

folder = sys.argv[1]
about = json.load(open(os.path.join(folder, "about.json")))
THREADS = 2
SETTINGS = dict(tree_method="hist", max_depth=4, min_child_weight=5, subsample=0.8, colsample_bytree=0.8,
                max_cat_to_onehot=16, nthread=THREADS, seed=2026, verbosity=0, eta=0.05)
SETTINGS["lambda"] = 2.0


def read(part, flags):
    """Rows as the engine writes them: account, facts, and a byte a flag."""
    width = len(about["columns"])
    rows = np.fromfile(os.path.join(folder, part),
                       dtype=np.dtype([("account", "<u4"), ("facts", "<f4", (width,)), ("flags", "u1", (flags,))]))
    frame = pd.DataFrame(rows["facts"], columns=about["columns"])
    for name, size in about["categories"].items():
        frame[name] = pd.Categorical.from_codes(frame[name].astype(int), categories=range(size))
    return rows["account"], frame, rows["flags"]


def matrix(x, label=None):
    return xgb.DMatrix(x, label=label, enable_categorical=True, nthread=THREADS)


def boosted(x, y, account, xt):
    held = account % 100 < 15
    train, valid = matrix(x[~held], y[~held]), matrix(x[held], y[held])
    fitted = xgb.train(dict(SETTINGS, objective="binary:logistic", eval_metric="logloss"), train, 600,
                       evals=[(valid, "v")], early_stopping_rounds=40, verbose_eval=False)
    return fitted.predict(matrix(xt), iteration_range=(0, fitted.best_iteration + 1))


def logistic(x, y, xt):
    numbers = [name for name in x.columns if name not in about["categories"]]
    categories = [name for name in x.columns if name in about["categories"]]
    steps = ColumnTransformer([
        ("numbers", make_pipeline(FunctionTransformer(lambda v: np.sign(v) * np.log1p(np.abs(v))),
                                  SimpleImputer(add_indicator=True), StandardScaler()), numbers),
        ("categories", OneHotEncoder(handle_unknown="ignore"), categories)])
    as_text = lambda frame: frame.assign(**{name: frame[name].astype(str) for name in categories})
    fitted = make_pipeline(steps, LogisticRegression(C=0.1, max_iter=300)).fit(as_text(x), y)
    return fitted.predict_proba(as_text(xt))[:, 1]


def observable(x, chance, account):
    logit = np.log(np.clip(chance, 1e-5, 1 - 1e-5) / (1 - np.clip(chance, 1e-5, 1 - 1e-5)))
    said = np.zeros(len(chance))
    for fold in range(3):
        other = account % 3 != fold
        fitted = xgb.train(dict(SETTINGS, objective="reg:squarederror", max_depth=5, eta=0.08), matrix(x[other], logit[other]), 250)
        said[~other] = fitted.predict(matrix(x[~other]))
    return said


account, X, flags = read("train", 2 * len(about["products"]))
account_t, Xt, _ = read("test", 0)
for at, product in enumerate(about["products"]):
    name = product["id"]
    path = lambda end: os.path.join(folder, f"{name}.{end}")
    chosen = np.fromfile(path("rows"), dtype=np.int32)
    if len(chosen) == 0:
        continue
    inside = flags[:, 2 * at + 1] == 1
    y = flags[inside, 2 * at]
    x, xt = X.loc[inside, product["columns"]], Xt.iloc[chosen][product["columns"]]
    said = dict(xgboost=boosted(x, y, account[inside], xt), logistic=logistic(x, y, xt),
                observable=observable(Xt.iloc[chosen], np.fromfile(path("chance")), account_t[chosen]))
    for peer, scores in said.items():
        scores.astype(np.float64).tofile(path(peer))
