"""XGBoost hist on the table in the folder of the first argument, one thread: seconds and AUC as JSON on stdout."""
import json, os, sys, time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score

folder = sys.argv[1]
about = json.load(open(os.path.join(folder, "about.json")))


def read(part):
    rows = about[part]
    values = np.fromfile(os.path.join(folder, part + ".f32"), dtype=np.float32).reshape(-1, rows).T
    frame = pd.DataFrame(values, columns=about["columns"])
    for name, size in about["categories"].items():
        frame[name] = pd.Categorical(frame[name].astype(int), categories=range(size))
    return frame, np.fromfile(os.path.join(folder, part + ".u8"), dtype=np.uint8)


X, y = read("train")
Xt, yt = read("test")
held = np.random.RandomState(2026).rand(len(y)) < 0.15
started = time.perf_counter()
matrix = lambda x, label: xgb.DMatrix(x, label=label, enable_categorical=True, nthread=1)
train, valid = matrix(X[~held], y[~held]), matrix(X[held], y[held])
settings = dict(objective="binary:logistic", eval_metric="logloss", tree_method="hist", eta=0.05, max_depth=4,
                min_child_weight=5, subsample=0.8, colsample_bytree=0.8, max_cat_to_onehot=16, nthread=1, seed=2026,
                verbosity=0)
settings["lambda"] = 2.0
booster = xgb.train(settings, train, 600, evals=[(valid, "v")], early_stopping_rounds=40, verbose_eval=False)
seconds = time.perf_counter() - started
p = booster.predict(matrix(Xt, None), iteration_range=(0, booster.best_iteration + 1))
print(json.dumps(dict(seconds=seconds, auc=roc_auc_score(yt, p), rounds=booster.best_iteration + 1,
                      version=xgb.__version__)))
