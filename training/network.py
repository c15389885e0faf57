"""The network, as src/recognize/names/tag-network.ts runs it: word tables and letters → LSTM → evidence → chain over tags."""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from data import SETS, SHAPE_BITS, TAGS

N = len(TAGS)
SIZES = dict(cells=128, cased=128, letter=24, letters=64, learned=32, evidence=48, hidden=96, document=16, lower_words=165_000)


class Network(nn.Module):
    def __init__(self, work, W, learned_ids, input_dropout=0.35, word_dropout=0.3):
        super().__init__()
        self.input_dropout, self.word_dropout = input_dropout, word_dropout
        H, C, M = SIZES["cells"], SIZES["letters"], SIZES["evidence"]
        cased = torch.from_numpy(np.load(work + "/cased-vectors.npy"))
        cased = cased / cased.norm(dim=1, keepdim=True).clamp(min=1e-6)
        mean = cased.mean(0)
        cased = (cased - mean) @ torch.linalg.svd(cased - mean, full_matrices=False)[2][:SIZES["cased"]].T
        lower = np.concatenate([np.load(f"{work}/{t}-vectors.npy")[:SIZES["lower_words"]] for t in ("glove", "mini")], 1)
        fixed = lambda name, value: self.register_buffer(name, value, persistent=False)
        with_none = lambda t: torch.cat([torch.zeros(1, t.shape[1]), t])
        fixed("cased", with_none(cased / cased.std() * 0.4))
        fixed("lower", with_none(torch.from_numpy(lower)))
        fixed("row", torch.from_numpy(W["row"]))
        fixed("grow", torch.from_numpy(np.where(W["grow"] > SIZES["lower_words"], 0, W["grow"])))
        fixed("bits", torch.from_numpy(np.concatenate([W["bits"], W["gaz"]], 1)))
        fixed("chars", torch.from_numpy(W["ch"]))
        fixed("own", torch.from_numpy(learned_ids))
        fixed("spelling", torch.from_numpy(W["without"]))
        self.letter = nn.Embedding(len(W["alphabet"]) + 2, SIZES["letter"], padding_idx=0)
        self.spell = nn.Conv1d(SIZES["letter"], C, 3, padding=1)
        self.learned = nn.Embedding(int(learned_ids.max()) + 1, SIZES["learned"], padding_idx=0)
        nn.init.normal_(self.learned.weight, std=0.1)
        self.learned.weight.data[0] = 0
        self.word_size = self.cased.shape[1] + self.lower.shape[1] + C + self.bits.shape[1] + SIZES["learned"]
        self.flags = nn.Linear(3 + 4, 8)
        self.set = nn.Embedding(len(SETS), 8)
        nn.init.normal_(self.set.weight, std=0.1)
        self.document = nn.Linear(self.word_size, SIZES["document"])
        self.lstm = nn.LSTM(self.word_size + 16 + SIZES["document"], H, bidirectional=True)
        self.evidence = nn.Linear(2 * H, M)
        self.hidden = nn.Linear(2 * H + 3 * (M + 2), SIZES["hidden"])
        self.output = nn.Linear(SIZES["hidden"], N)
        self.transitions, self.starts, self.ends = (nn.Parameter(torch.zeros(s)) for s in ((N, N), N, N))
        forbidden, not_first = torch.zeros(N, N), torch.zeros(N)
        for inside in range(2, N, 2):  # I- follows its own B- or I- only
            not_first[inside] = -1e4
            for before in range(N):
                if before not in (inside - 1, inside): forbidden[before, inside] = -1e4
        fixed("forbidden", forbidden)
        fixed("not_first", not_first)

    def words(self, words):
        types, inverse = torch.unique(words, return_inverse=True)
        chars = self.chars[types]
        letters = self.spell(self.letter(chars).transpose(1, 2)).masked_fill((chars == 0)[:, None, :], -1e4).max(2)[0]
        letters = torch.where((chars == 0).all(1, keepdim=True), torch.zeros_like(letters), torch.tanh(letters))
        cased, lower, own, bits = self.cased[self.row[types]], self.lower[self.grow[types]], self.learned(self.own[types]), self.bits[types]
        if self.training:  # some words lose all that is known of them but their letters, as names nobody has seen
            keep = lambda p: (torch.rand(len(types), 1) > p).float()
            known = keep(0.06)
            cased, lower, own = cased * known * keep(0.05), lower * known * keep(0.05), own * known
            bits = torch.cat([bits[:, :SHAPE_BITS], bits[:, SHAPE_BITS:] * known * keep(0.1)], 1)
        own = own[inverse]
        if self.training: own = own * (torch.rand(len(own), 1) > self.word_dropout).float()
        return torch.cat([torch.cat([cased, lower, letters, bits], 1)[inverse], own], 1)

    def forward(self, b):
        """Scores of all tags. `b` is packed: the first words of all segments, longest first, then the second, …"""
        x, doc = self.words(b["words"]), b["doc"]
        docs = int(doc.max()) + 1
        sizes = torch.zeros(docs).index_add_(0, doc, torch.ones(len(doc)))[:, None]
        topic = torch.tanh(self.document(torch.zeros(docs, x.shape[1]).index_add_(0, doc, x) / sizes))[doc]
        x = torch.cat([F.dropout(x, self.input_dropout, self.training), self.flags(b["flags"]), self.set(b["set"]), topic], 1)
        h = F.dropout(self.lstm(nn.utils.rnn.PackedSequence(x, b["sizes"]))[0].data, 0.4, self.training)
        own = torch.tanh(self.evidence(h))
        # what the network thought of the same spelling elsewhere in the document
        _, key = torch.unique(doc * len(self.spelling) + self.spelling[b["words"]], return_inverse=True)
        keys = int(key.max()) + 1
        sums = torch.zeros(keys, own.shape[1]).index_add_(0, key, own)
        others = (torch.zeros(keys).index_add_(0, key, torch.ones(len(key)))[key] - 1)[:, None]
        seen = torch.cat([(sums[key] - own) / others.clamp(min=1) * (others > 0), (others > 0).float(), others.clamp(max=5) / 5], 1)
        if self.training: seen = seen * (torch.rand(len(seen), 1) > 0.15).float()
        padded = torch.cat([seen, torch.zeros(1, seen.shape[1])])
        z = torch.relu(self.hidden(torch.cat([h, seen, padded[b["left"]], padded[b["right"]]], 1)))
        return self.output(F.dropout(z, 0.2, self.training))

    def loss(self, scores, y, sizes):
        """Negative log likelihood of the tags, summed over segments."""
        steps, first = self.transitions + self.forbidden, self.starts + self.not_first
        gold, done, at, alpha, before = scores.gather(1, y[:, None]).sum(), [], 0, None, None
        for t, n in enumerate(sizes.tolist()):
            e, tags = scores[at:at + n], y[at:at + n]
            if t == 0:
                alpha, gold = first + e, gold + first[tags].sum()
            else:
                if n < len(alpha):
                    done.append((alpha[n:] + self.ends).logsumexp(1))
                    gold = gold + self.ends[before[n:]].sum()
                    alpha, before = alpha[:n], before[:n]
                gold = gold + steps[before, tags].sum()
                alpha = (alpha[:, :, None] + steps).logsumexp(1) + e
            before, at = tags, at + n
        done.append((alpha + self.ends).logsumexp(1))
        return torch.cat(done).sum() - gold - self.ends[before].sum()

    def best(self, scores, sizes):
        """The likeliest tags (Viterbi)."""
        steps, n_at = self.transitions + self.forbidden, sizes.tolist()
        at, rows, back, starts, alpha = 0, [], [None], [], None
        for t, n in enumerate(n_at):
            if t == 0: alpha = self.starts + self.not_first + scores[:n]
            else:
                top, arg = (alpha[:n, :, None] + steps).max(1)
                alpha = top + scores[at:at + n]
                back.append(arg)
            rows.append(alpha)
            starts.append(at)
            at += n
        y, current = torch.zeros(len(scores), dtype=torch.long), None
        for t in range(len(n_at) - 1, -1, -1):
            going_on = n_at[t + 1] if t + 1 < len(n_at) else 0
            last = (rows[t][going_on:] + self.ends).argmax(1)
            current = last if current is None else torch.cat([back[t + 1].gather(1, current[:, None])[:, 0], last])
            y[starts[t]:starts[t] + n_at[t]] = current
        return y


def pack(documents, rng=None, forget_set=1.0):
    """Documents → one packed batch, with where the words of each segment went."""
    segments = []
    for i, doc in enumerate(documents):
        known = 0 if rng is None or rng.random() < forget_set else doc["set"]
        segments += [(s, i, known) for s in doc["segments"]]
    segments.sort(key=lambda s: -len(s[0][0]))
    lengths = np.array([len(s[0][0]) for s in segments])
    sizes = np.array([(lengths > t).sum() for t in range(lengths[0])])
    offsets, total = np.concatenate([[0], np.cumsum(sizes)]), int(lengths.sum())
    a = {k: np.zeros(total, np.int64) for k in ("words", "y", "set", "doc")}
    a["left"], a["right"], a["flags"], where = np.full(total, total), np.full(total, total), np.zeros((total, 7), np.float32), []
    for k, ((words, glued, y, case), doc, known) in enumerate(segments):
        p = offsets[:len(words)] + k
        where.append(p)
        a["words"][p], a["y"][p], a["set"][p], a["doc"][p] = words, y, known, doc
        a["flags"][p, 0], a["flags"][p[:-1], 1], a["flags"][p[0], 2], a["flags"][p, 3 + case] = glued, glued[1:], 1, 1
        a["left"][p[1:]], a["right"][p[:-1]] = p[:-1], p[1:]
    return {**{k: torch.from_numpy(v) for k, v in a.items()}, "sizes": torch.from_numpy(sizes)}, where
