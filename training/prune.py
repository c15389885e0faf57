"""Makes the network's large matrices sparse while it learns: blocks of small weights become zero and stay so.

A block is what the runtime multiplies at once: four rows by eight columns (src/training/pack-model.ts). All bands of four
rows keep the same number of blocks, so that the runtime's loop over them has a fixed length. Gradual magnitude pruning
with a cubic schedule, after Zhu and Gupta 2017, arXiv:1710.01878.
"""
import torch

ROWS, COLUMNS = 4, 8


class Pruner:
    """`keep` gives how many blocks a band keeps in the matrices of the words, the recurrent, the first and the evidence."""

    def __init__(self, net, keep):
        h = net.lstm.hidden_size * 2
        m = net.evidence.out_features + 2
        # the hidden layer reads states, then evidence of the word, its left and its right neighbor; the runtime reads left, own, right
        window = torch.cat([torch.arange(m, 2 * m), torch.arange(m), torch.arange(2 * m, 3 * m)]) + h
        everything, word = slice(None), slice(0, net.word_size)
        self.parts = [
            (net.lstm.weight_ih_l0, word, keep["word"]), (net.lstm.weight_ih_l0_reverse, word, keep["word"]), (net.document.weight, everything, keep["word"]),
            (net.lstm.weight_hh_l0, everything, keep["recurrent"]), (net.lstm.weight_hh_l0_reverse, everything, keep["recurrent"]),
            (net.evidence.weight, everything, keep["first"]), (net.hidden.weight, slice(0, h), keep["first"]),
            (net.hidden.weight, window, keep["evidence"]),
        ]
        self.masks = [torch.ones_like(weight[:, columns]) for weight, columns, _ in self.parts]

    def choose(self, progress):
        """Chooses the blocks to drop at `progress`, 0 to 1, of the ramp. Dropped blocks never come back."""
        for i, (weight, columns, kept) in enumerate(self.parts):
            w = (weight.data[:, columns] * self.masks[i]) ** 2
            rows, cols = w.shape
            padded = torch.nn.functional.pad(w, (0, -cols % COLUMNS))
            blocks = padded.reshape(rows // ROWS, ROWS, -1, COLUMNS).sum((1, 3))
            full = blocks.shape[1]
            now = round(full - (full - kept) * (1 - (1 - min(1.0, progress)) ** 3))
            keep = torch.zeros_like(blocks).scatter_(1, blocks.topk(now, 1).indices, 1.0)
            self.masks[i] = keep.repeat_interleave(ROWS, 0).repeat_interleave(COLUMNS, 1)[:, :cols]

    def apply(self):
        with torch.no_grad():
            for (weight, columns, _), mask in zip(self.parts, self.masks): weight.data[:, columns] *= mask
