#!/bin/sh
# sample-facts.sh PROGRAM [N [SEED]]           the draw, for judging by hand
# sample-facts.sh --table PROGRAM [N [SEED]]   what was judged, as a table
# Draws N records (200) at random from what PROGRAM reads in the articles on Viet
# Nam of $SHARED/data/ir_all.jsonl.xz, without the development articles: one a
# line, tab-separated, with the sentence, the one before it and the title.  A
# record's place in the draw depends on SEED (1), its article, its sentence, its
# kind and its slots alone, so that a changed pattern changes only its own part
# of the sample.  Kinds of tier 1 with fewer than ten records among the N are
# filled up from the same order, marked "+" in the first column: they count for
# their kind and not for the whole.
# The second column is the record's key in test/facts/judged.tsv, where the
# verdicts stand, and the third the verdict, "?" if it was not judged yet.
# The draw holds press text: keep it outside the repository.
set -eu
mode=draw
[ "$1" = --table ] && { mode=table; shift; }
truc=$1 n=${2:-200} seed=${3:-1}
shared=${SHARED:-../shared}
corpus=$shared/data/ir_all.jsonl.xz
[ -e "$corpus" ] || { echo "sample-facts: no '$corpus'" >&2; exit 4; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

xz -dc "$corpus" | python3 -c '
import glob, json, os, sys
dev = {os.path.basename(f)[:-len(".meta.json")]
       for f in glob.glob(sys.argv[1] + "/gold-facts/dev/*.meta.json")}
for line in sys.stdin:
    o = json.loads(line)
    if o["ir"] != "VN_IR": continue
    if o["id"].replace(":", "-").replace("/", "-") in dev: continue
    r = {k: o[k] for k in ("id", "title", "text")}
    d = o.get("date") or ""
    if d: r["date"] = d if len(d) != 8 else "-".join((d[:4], d[4:6], d[6:]))
    print(json.dumps(r, ensure_ascii=False))
' "$shared" >"$work/articles.jsonl"

"$truc" facts "$work/articles.jsonl" >"$work/facts.jsonl" 2>/dev/null

python3 - "$work/facts.jsonl" "$work/articles.jsonl" "$n" "$seed" "$mode" \
  "$(dirname "$0")/../test/facts/judged.tsv" <<'PY'
import collections, hashlib, json, math, os, sys
facts, articles, n, seed, mode, judged = sys.argv[1:]
titles = {}
for line in open(articles, encoding="utf-8"):
    o = json.loads(line)
    titles[o["id"]] = (o["title"], o.get("date", "-"),
                       o["title"] + "\n\n" + o["text"])

def shown(item):
    if "ref" in item: s = item["ref"]
    elif "value" in item: s = str(item["value"])
    else: s = ""
    if item.get("text") and not (s.startswith("per:") and
                                 s[4:] == item["text"]):
        s += '"%s"' % item["text"]
    if item.get("implicit"): s += "~"
    return s

def slots(o):
    return "; ".join("%s=%s" % (k, ", ".join(map(shown, v)))
                     for k, v in o["args"].items())

def sha(*parts):
    return hashlib.sha256("\t".join(parts).encode()).hexdigest()

def rank(o):
    return sha(seed, o["doc"], o["kind"], o["evidence"][0]["text"], slots(o))

def rest(o):
    return [(o["date"] or {}).get("value", "-"), o["modality"],
            ", ".join(s["ref"] for s in o["speaker"]) or "-"]

def key(o):
    return sha(o["doc"], o["kind"], o["evidence"][0]["text"], slots(o),
               *rest(o))[:12]

def before(o):
    text = titles[o["doc"]][2]
    return " ".join(text[max(0, o["evidence"][0]["start"] - 260):
                         o["evidence"][0]["start"]].split())

verdicts = {}
if os.path.exists(judged):
    for line in open(judged, encoding="utf-8"):
        if not line.startswith("#"):
            c = line.rstrip("\n").split("\t")
            verdicts[c[0]] = c[4:9]

rows = sorted((json.loads(l) for l in open(facts, encoding="utf-8")), key=rank)
count = collections.Counter(o["kind"] for o in rows[:int(n)])
out = [("", o) for o in rows[:int(n)]]
for o in rows[int(n):]:
    if o["tier"] == 1 and count[o["kind"]] < 10:
        count[o["kind"]] += 1
        out.append(("+", o))

if mode == "draw":
    for mark, o in out:
        print("\t".join([
            mark, key(o), "".join(verdicts.get(key(o), "?")), o["doc"],
            o["kind"], o["pattern"], ",".join(o.get("doubt", [])) or "-",
            str(o["confidence"]), slots(o)] + rest(o) +
            [" ".join(o["evidence"][0]["text"].split()), before(o),
             titles[o["doc"]][0], titles[o["doc"]][1]]))
    sys.exit()

def share(k, n):
    """Percent with the Wilson interval of 95 %."""
    if not n: return "-"
    z, p = 1.96, k / n
    mid = (p + z * z / 2 / n) / (1 + z * z / n)
    far = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return "%d/%d %.1f [%.1f, %.1f]" % (k, n, 100 * p, 100 * (mid - far),
                                        100 * (mid + far))

def line(name, some):
    v = [verdicts[key(o)] for o in some if key(o) in verdicts]
    right = [x for x in v if x[0] == "1"]
    print("| %s | %s | %s | %s | %s | %s |" % (
        name, share(len(right), len(v)),
        share(sum(x[1] == "1" for x in v), len(v)),
        *(share(sum(x[i] == "1" for x in right), len(right))
          for i in (2, 3, 4))))

print("| kind | record right | all core slots right too | modality | date "
      "| speaker |\n|---|---|---|---|---|---|")
for kind in sorted(count):
    line(kind, [o for _, o in out if o["kind"] == kind])
line("tier 1", [o for m, o in out if not m and o["tier"] == 1])
line("tier 2", [o for m, o in out if not m and o["tier"] == 2])
line("all", [o for m, o in out if not m])
left = sum(key(o) not in verdicts for _, o in out)
if left: print("\n%d records of the draw are not judged" % left)
PY
