"""Writes a checkpoint for the packer: tensors.bin (float32), manifest.json, word lists. Usage: export.py WORK CHECKPOINT OUT"""
import json, os, sys
import numpy as np
import torch
from data import TAGS, load_words, word_lists
from network import N, SIZES, Network

work, checkpoint, out = sys.argv[1:4]
os.makedirs(out, exist_ok=True)
W, saved = load_words(work), torch.load(checkpoint, weights_only=False)
learned = saved["learned"]
net = Network(work, W, learned).eval()
net.load_state_dict(saved["state"])
s = {k: v.numpy() for k, v in net.state_dict().items()}
H, M, D, PAD = SIZES["cells"], SIZES["evidence"], net.word_size, 12
both = lambda name: np.concatenate([s["lstm." + name], s["lstm." + name + "_reverse"]])
inputs = both("weight_ih_l0")
word, flags, set_part, topic = inputs[:, :D], inputs[:, D:D + 8], inputs[:, D + 8:D + 16], inputs[:, D + 16:]
by_flag = flags @ s["flags.weight"]
hidden = s["hidden.weight"] / 4  # keeps the hidden layer within the range of 16-bit integers; the output takes it back
own, left, right = (hidden[:, 2 * H + i * (M + 2):2 * H + (i + 1) * (M + 2)] for i in range(3))
letter = s["letter.weight"]
order = np.argsort(learned)[np.count_nonzero(learned == 0):]
tensors = {
    "word.weights": word,
    "base": both("bias_ih_l0") + both("bias_hh_l0") + flags @ s["flags.bias"] + set_part @ s["set.weight"][0],
    "flags.gates": by_flag[:, :3].T, "case.gates": by_flag[:, 3:].T, "document.gates": topic.T,
    "document.weights": s["document.weight"], "document.bias": s["document.bias"],
    "forward.weights": s["lstm.weight_hh_l0"], "backward.weights": s["lstm.weight_hh_l0_reverse"],
    "first.weights": np.concatenate([s["evidence.weight"], hidden[:, :2 * H]]),
    "first.bias": np.concatenate([s["evidence.bias"], s["hidden.bias"] / 4]),
    "evidence.weights": np.concatenate([left, own, right], 1),
    "output.weights": np.concatenate([s["output.weight"] * 4, np.zeros((PAD - N, SIZES["hidden"]))]),
    "output.bias": np.concatenate([s["output.bias"], np.zeros(PAD - N)]),
    "chain.transitions": s["transitions"] + net.forbidden.numpy(), "chain.starts": s["starts"] + net.not_first.numpy(), "chain.ends": s["ends"],
    "letters.table": np.stack([letter @ s["spell.weight"][:, :, k].T for k in range(3)], 1), "letters.bias": s["spell.bias"],
    "cased.vectors": net.cased.numpy()[1:], "lower.vectors": net.lower.numpy()[1:], "learned.vectors": s["learned.weight"][1:],
}
places, at = {}, 0
with open(out + "/tensors.bin", "wb") as file:
    for name, values in tensors.items():
        values = np.ascontiguousarray(values, dtype=np.float32)
        places[name] = dict(shape=list(values.shape), offset=at)
        file.write(values.tobytes())
        at += values.nbytes
write = lambda name, lines: open(f"{out}/{name}.txt", "w").write("\n".join(lines))
write("learned", [("~" if W["caseless"][i] else "") + W["words"][i] for i in order])
write("lower", json.load(open(work + "/glove-words.json"))[:SIZES["lower_words"]])
write("cased", [f"{w}\t{r}" for w, r in json.load(open(work + "/cased-words.json")).items() if "\n" not in w and "\t" not in w])
lists = word_lists(work)
write("lists", [f"{w}\t{sum((w in s) << k for k, s in enumerate(lists))}" for w in sorted(set().union(*lists)) if w.strip()])
sizes = dict(cased=SIZES["cased"], lower=net.lower.shape[1], letters=SIZES["letters"], lists=len(lists), learned=SIZES["learned"],
             cells=H, document=SIZES["document"], evidence=M, hidden=SIZES["hidden"])
json.dump(dict(tags=TAGS, sizes=sizes, alphabet=W["alphabet"], tensors=places), open(out + "/manifest.json", "w"), ensure_ascii=False)
