"""XGBoost hist: nanoseconds an account of predicting with 12 models of 100 trees of depth 6 over 40 columns, one thread; JSON on stdout."""
import json, os, time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import xgboost as xgb

ROWS, COLUMNS, MODELS = 100_000, 40, 12
random = np.random.RandomState(5)
X = random.rand(ROWS, COLUMNS).astype(np.float32)
settings = dict(objective="binary:logistic", tree_method="hist", max_depth=6, eta=0.1, nthread=1, verbosity=0)
models = []
for at in range(MODELS):
    logit = X @ random.randn(COLUMNS) + X[:, at] * X[:, at + 1] * 4
    y = (logit + random.randn(ROWS) > np.median(logit)).astype(np.float32)
    models.append(xgb.train(settings, xgb.DMatrix(X[:20_000], label=y[:20_000], nthread=1), 100))
best = float("inf")
for _ in range(2):
    started = time.process_time()
    matrix = xgb.DMatrix(X, nthread=1)
    for model in models:
        model.predict(matrix)
    best = min(best, time.process_time() - started)
print(json.dumps(dict(nanoseconds=best / ROWS * 1e9, version=xgb.__version__)))
