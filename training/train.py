"""Fits the network. Usage: train.py WORK --model en|open [--epochs N] [--seed N] [--resume] [--from CHECKPOINT]"""
import argparse, collections, copy, os, random, time
import numpy as np
import torch
from data import *
from network import Network, pack
from prune import Pruner

TRAIN = {
    "open": "uner_ewt.train gum_open.train wikigold.all crossner_politics.train wnut17.train",
    "en": "worldwide.train conll2003.train uner_ewt.train gum_open.train wikigold.all crossner_politics.train wnut17.train",
}
DEV = ["worldwide.dev", "conll2003.dev", "uner_ewt.dev", "gum_open.dev", "wnut17.dev"]
LONGEST = 110

p = argparse.ArgumentParser()
p.add_argument("work")
p.add_argument("--model", default="en", choices=TRAIN)
p.add_argument("--epochs", type=int, default=10)
p.add_argument("--rate", type=float, default=2e-3)
p.add_argument("--batch", type=int, default=2500, help="words")
p.add_argument("--rare", type=int, default=4, help="words seen less often get no vector of their own")
p.add_argument("--average", type=float, default=0.998, help="decay of the running average of the weights")
p.add_argument("--input-dropout", type=float, default=0.35)
p.add_argument("--word-dropout", type=float, default=0.3)
p.add_argument("--seed", type=int, default=1)
p.add_argument("--keep", type=int, nargs=4, default=[30, 8, 20, 12], metavar=("WORD", "RECURRENT", "FIRST", "EVIDENCE"),
               help="blocks that a band of four rows keeps, of 57, 16, 32, 19")
p.add_argument("--ramp", type=float, nargs=2, default=[0.1, 0.5], metavar=("FROM", "TO"), help="share of the run over which they are chosen; -1 0: at once")
p.add_argument("--threads", type=int, default=2)
p.add_argument("--resume", action="store_true", help="go on from the checkpoint of a run that was interrupted")
p.add_argument("--checkpoint", default="", help="written after every epoch; WORK/checkpoint-MODEL.pt")
p.add_argument("--from", dest="start", default="", help="begin with the weights of this checkpoint")
a = p.parse_args()
torch.set_num_threads(a.threads)
torch.manual_seed(a.seed)
rng = random.Random(a.seed)

W = load_words(a.work)
groups = demonyms(a.work, W["words"], a.model == "open")
train = [[load_documents(a.work, name, v, W["words"], groups) for v in ("plain", "natural")] for name in TRAIN[a.model].split()]
devs = {name: load_documents(a.work, name, "plain", W["words"], groups) for name in DEV}
counts = collections.Counter()
for plain, _ in train:
    for doc in plain:
        for s in doc["segments"]:
            counts.update(s[0].tolist())
            counts.update(W["without"][s[0]].tolist())
learned = np.zeros(len(W["words"]), np.int64)
for i, word in enumerate([w for w, n in counts.items() if n >= a.rare], 1): learned[word] = i
augment = augmenter(a.work, W, rng)


def cut(doc):
    """Long paragraphs in pieces, never within a name."""
    segments = []
    for s in doc["segments"]:
        while len(s[0]) > LONGEST:
            k = LONGEST
            while k > LONGEST // 2 and s[2][k] != 0: k -= 1
            segments.append((s[0][:k], s[1][:k], s[2][:k], s[3]))
            s = (s[0][k:], s[1][k:], s[2][k:], s[3])
        segments.append(s)
    return dict(doc, segments=segments)


def grouped(documents, size):
    group, n = [], 0
    for doc in documents:
        group.append(doc)
        n += sum(len(s[0]) for s in doc["segments"])
        if n >= size:
            yield group
            group, n = [], 0
    if group: yield group


def f1(net, documents):
    """Strict F1 of people, organizations and places."""
    net.eval()
    hit = found = gold = 0
    with torch.no_grad():
        for group in grouped(documents, 8000):
            batch, where = pack(group)
            y, true = net.best(net(batch), batch["sizes"]).numpy(), batch["y"].numpy()
            for at in where:
                x, g = ({s for s in spans(t[at]) if s[2] < 3} for t in (y, true))
                hit, found, gold = hit + len(x & g), found + len(x), gold + len(g)
    net.train()
    return round(200 * hit / max(1, found + gold), 2)


net = Network(a.work, W, learned, a.input_dropout, a.word_dropout)
if a.start: net.load_state_dict(torch.load(a.start, weights_only=False)["state"])
pruner = Pruner(net, dict(zip(("word", "recurrent", "first", "evidence"), a.keep)))
average = {k: v.clone() for k, v in net.state_dict().items()}
optimizer = torch.optim.Adam(net.parameters(), lr=a.rate, betas=(0.9, 0.99))
path, step, begin = a.checkpoint or f"{a.work}/checkpoint-{a.model}.pt", 0, 0
if a.resume and os.path.exists(path):
    saved = torch.load(path, weights_only=False)
    net.load_state_dict(saved["raw"])
    optimizer.load_state_dict(saved["optimizer"])
    average, step, begin = saved["state"], saved["step"], saved["epoch"]
    pruner.masks = saved["masks"]
total = a.epochs * sum(len(s[0]) for plain, _ in train for doc in plain for s in doc["segments"]) / a.batch
started = time.time()
for epoch in range(begin, a.epochs):
    documents = [cut(augment(rng.choice(pair))) for plain, natural in train for pair in zip(plain, natural)]
    rng.shuffle(documents)
    lost = words = 0
    for group in grouped(documents, a.batch):
        batch, _ = pack(group, rng, forget_set=0.5)
        for g in optimizer.param_groups: g["lr"] = a.rate * min(1, step / 100) * max(0.02, 1 - step / total)
        loss = net.loss(net(batch), batch["y"], batch["sizes"]) / len(batch["y"]) * 10
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()
        step += 1
        if step % 20 == 0: pruner.choose(max(0, (step / total - a.ramp[0]) / (a.ramp[1] - a.ramp[0])))
        pruner.apply()
        decay = min(a.average, step / (step + 20))
        with torch.no_grad():
            for k, v in net.state_dict().items(): average[k].mul_(decay).add_(v, alpha=1 - decay)
        lost, words = lost + loss.item() * len(batch["y"]), words + len(batch["y"])
        if step % 50 == 0: print(f"epoch {epoch + 1} step {step} loss {lost / words:.3f}", flush=True)
    raw = copy.deepcopy(net.state_dict())
    net.load_state_dict(average)
    pruner.apply()  # the average still remembers blocks that were dropped not long ago
    average = {k: v.clone() for k, v in net.state_dict().items()}
    scores = {name: f1(net, docs) for name, docs in devs.items()}
    torch.save(dict(state=average, raw=raw, optimizer=optimizer.state_dict(), step=step, epoch=epoch + 1, learned=learned, masks=pruner.masks, model=a.model, seed=a.seed), path)
    net.load_state_dict(raw)
    print(f"epoch {epoch + 1} of {a.epochs}, {time.time() - started:.0f} s, F1 on dev {scores}", flush=True)
