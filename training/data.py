"""Reads what export-features.ts wrote, maps the types of the sets to five, and makes training text harder."""
import collections, json, os, re
import numpy as np

TYPES = ["PER", "ORG", "LOC", "GRP", "MISC"]
TAGS = ["O"] + [p + "-" + t for t in TYPES for p in "BI"]
TAG_ID = {t: i for i, t in enumerate(TAGS)}
SETS = ["neutral", "worldwide", "conll2003", "uner_ewt", "gum_open", "wikigold", "crossner_politics", "wnut17", "silver"]
SHAPE_BITS = 26
MIXED, UPPER, LOWER, TITLE = range(4)  # letter cases, in the order of letter-case.ts


def word_lists(work):
    """Sets of lower-cased words: first and family names; cities alone and in longer names, big ones, other spellings; countries."""
    persons = json.load(open(work + "/persons.json"))
    places = json.load(open(work + "/places.json"))
    parts = lambda s: re.split(r"[ -]", s.lower())
    first = {w for f, _ in persons.values() for s in f for w in parts(s)}
    last = {w for _, l in persons.values() for s in l for w in parts(s)}
    alone, within = lambda names: {parts(n)[0] for n in names if len(parts(n)) == 1}, lambda names: {w for n in names if len(parts(n)) > 1 for w in parts(n)}
    big = [c for c, p in places["cities"].items() if p >= 300_000]
    return [first, last, alone(places["cities"]), within(places["cities"]), alone(big), within(big), alone(places["alts"]),
            alone(places["countries"]), within(places["countries"])]


def load_words(work):
    """The features of every word, by its number."""
    rows = [json.loads(line) for line in open(work + "/features/words.jsonl")]
    cased = json.load(open(work + "/cased-words.json"))
    lower = {w: i for i, w in enumerate(json.load(open(work + "/glove-words.json")))}
    lists = word_lists(work)
    counts = collections.Counter()
    for row in rows: counts.update(sorted(set(row["chars"])))
    alphabet = [c for c, n in counts.most_common() if n >= 30]
    letter = {c: i + 2 for i, c in enumerate(alphabet)}
    n = len(rows)
    known = np.arange(n)
    W = dict(words=np.array([r["word"] for r in rows], dtype=object), caseless=np.array([r["caseless"] for r in rows]), alphabet=alphabet,
             row=np.array([next((cased[f] + 1 for f in r["cased"] if f in cased), 0) for r in rows]),
             grow=np.array([next((lower[f] + 1 for f in r["lower"] if f in lower), 0) for r in rows]),
             gaz=np.array([[float(r["lower"][0] in s) for s in lists] for r in rows], np.float32))
    bits = np.array([r["bits"] for r in rows], np.int64)
    W["bits"] = ((bits[:, None] >> np.arange(SHAPE_BITS)) & 1).astype(np.float32)
    W["ch"] = np.zeros((n, 24), np.int64)
    for i, r in enumerate(rows):
        for j, c in enumerate(r["chars"][:24]): W["ch"][i, j] = letter.get(c, 1)
    for key in ("without", "title"):
        ids = np.array([r[key] for r in rows])
        W[key] = np.where((ids >= n) | (ids < 0), known, ids)
    return W


def demonyms(work, words, open_only, lexicons="lexicons"):
    """Words that stand for peoples and religions: from Worldwide's NORP labels, or from the project's own lists."""
    if open_only:
        found = set()
        for line in open(lexicons + "/countries.tsv"):
            cells = line.rstrip("\n").split("\t")
            if line[0] != "#" and len(cells) > 3: found.update(x.strip().lower() for x in cells[3].split(";"))
        found.update(line.strip().lower() for line in open(lexicons + "/peoples.tsv") if line[0] != "#")
        return {w for w in found if w and " " not in w and w not in ("demonyms", "word")}
    group, other = collections.Counter(), collections.Counter()
    for doc in map(json.loads, open(work + "/features/worldwide.train.plain.jsonl")):
        for s in doc["segments"]:
            for k, tag in enumerate(s["tags"]):
                word = words[s["words"][k]]
                if not word[:1].isupper(): continue
                alone = k + 1 == len(s["tags"]) or s["tags"][k + 1] != "I-NORP"
                (group if tag == "B-NORP" and alone else other)[word.lower()] += 1
    return {w for w, n in group.items() if n >= 2 and n >= other[w] * 0.7 and len(w) > 3}


def map_tags(set_name, segment, words, groups):
    """Tags of the set → ids. Sets without groups get them from the list; MISC that is one is one."""
    tags, n = segment["tags"], len(segment["tags"])
    y = np.zeros(n, np.int64)
    i = 0
    while i < n:
        if tags[i] == "O":
            word = words[segment["words"][i]]
            if set_name not in ("worldwide", "conll2003") and word.lower() in groups and word[:1].isupper(): y[i] = TAG_ID["B-GRP"]
            i += 1
            continue
        t, j = tags[i][2:], i + 1
        while j < n and tags[j] == "I-" + t: j += 1
        kind = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "NORP": "GRP"}.get(t, "MISC")
        if kind == "MISC" and all(words[k].lower() in groups or words[k] == "-" for k in segment["words"][i:j]): kind = "GRP"
        if t not in ("DATE", "MONEY", "ANIMAL", "PLANT", "SUBSTANCE"):
            y[i:j] = TAG_ID["I-" + kind]
            y[i] = TAG_ID["B-" + kind]
        i = j
    return y


def load_documents(work, name, variant, words, groups):
    """Documents of `worldwide.train` and the like; a segment is (words, glued, tags, letter case)."""
    set_name, out = name.split(".")[0], []
    for line in open(f"{work}/features/{name}.{variant}.jsonl"):
        doc = json.loads(line)
        segments = [(np.array(s["words"]), np.array(s["glued"]), map_tags(set_name, s, words, groups), s["letterCase"]) for s in doc["segments"] if s["words"]]
        if segments: out.append(dict(set=SETS.index(set_name), segments=segments))
    return out


def spans(y):
    """Tag ids → (first, end, type)."""
    out, i = [], 0
    while i < len(y):
        if y[i] == 0:
            i += 1
            continue
        t, j = (y[i] - 1) // 2, i + 1
        while j < len(y) and y[j] == 2 * t + 2: j += 1
        out.append((i, j, t))
        i = j
    return out


def augmenter(work, W, rng, lower=0.08, upper=0.08, title=0.06, swap=0.15):
    """Some documents lose their capitals, get headline capitals, or get people and cities of other cultures."""
    words = W["words"]
    number = {w: i for i, (w, caseless) in enumerate(zip(words, W["caseless"])) if not caseless}
    pools = []
    for first, last in json.load(open(work + "/persons.json")).values():
        first, last = [number[x] for x in first if x in number], [number[x] for x in last if x in number]
        if len(first) > 20 and len(last) > 20: pools.append((first, last))
    cities = [number[c] for c, p in json.load(open(work + "/places.json"))["cities"].items() if c in number and p > 50_000]

    def swapped(doc):
        first, last = rng.choice(pools)
        new, segments = {}, []
        for ws, glued, y, case in doc["segments"]:
            ws = ws.copy()
            for i, j, t in spans(y):
                for k in range(i, j):
                    word = words[ws[k]]
                    if t == 0 and len(word) > 2 and word[:1].isupper():
                        new.setdefault(ws[k], rng.choice(last if k == j - 1 else first))
                        ws[k] = new[ws[k]]
                    elif t == 2 and j == i + 1 and len(word) > 3 and word[:1].isupper() and case in (MIXED, TITLE):
                        new.setdefault(ws[k], rng.choice(cities) if rng.random() < 0.3 else ws[k])
                        ws[k] = new[ws[k]]
            segments.append((ws, glued, y, case))
        return dict(doc, segments=segments)

    def recased(doc, case):
        return dict(doc, segments=[(W["without"][s[0]], s[1], s[2], case) for s in doc["segments"]])

    def augment(doc):
        if doc["set"] != SETS.index("uner_ewt") and rng.random() < swap: doc = swapped(doc)
        draw = rng.random()
        if draw < lower: return recased(doc, LOWER)
        if draw < lower + upper: return recased(doc, UPPER)
        if draw < lower + upper + title:
            return dict(doc, segments=[(W["title"][s[0]], s[1], s[2], TITLE) if s[3] == MIXED else s for s in doc["segments"]])
        return doc

    return augment
