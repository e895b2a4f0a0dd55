#!/usr/bin/env python3
"""Fits data/confidence.tsv, or shows how far the confidence can be trusted.

  confidence.py fit PROGRAM SUITE     prints the new table
  confidence.py check PROGRAM SUITE   prints the tables of reliability

PROGRAM is the built `truc`, SUITE the built test/facts/run.  Records come from
the development articles of $SHARED (../shared; scored by its score_facts.py),
from test/facts/dev.jsonl (scored by SUITE) and from test/facts/judged.tsv
(judged by hand, articles nobody developed with).  test/facts/held.jsonl is only
ever checked.

The model (src/fact/confidence.h) is a sum of log-odds for "the record and all
its core slots are right":

    odds = base + kind + pattern + doubts + origin

fitted by ridge regression (Newton's method); kind and pattern are shrunk
towards 0 by as much as their few records deserve.  Articles and sentences that the
patterns were written with look easier than they will be on others: `origin`
takes that up, and only the judged records, whose origin is 0, set the level.
"""
import collections
import glob
import json
import math
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
SHARED = os.environ.get('SHARED', os.path.join(ROOT, '..', 'shared'))
DOUBTS = ('open', 'implicit', 'pair', 'gap', 'long', 'marker', 'late')
# How far a weight may stray from 0: the variance of its prior.
SPREAD = {'base': 100.0, 'kind': 0.8, 'pattern': 0.4, 'doubt': 1.0,
          'origin': 4.0}
Record = collections.namedtuple('Record', 'origin kind pattern doubts right')


def of_articles(program):
    """The development articles, by the shared scorer; [] without it."""
    folder = os.path.join(SHARED, 'gold-facts', 'dev')
    if not os.path.isdir(folder):
        return []
    sys.path.insert(0, os.path.join(SHARED, 'tools'))
    import score_facts as sf
    out = []
    for meta in sorted(glob.glob(folder + '/*.meta.json')):
        stem = meta[:-len('.meta.json')]
        date = json.load(open(meta, encoding='utf-8')).get('date')
        run = subprocess.run(
            [program, 'facts'] + (['--date=' + date] if date else []) +
            [stem + '.txt'], capture_output=True, text=True, check=True)
        pred = [json.loads(x) for x in run.stdout.splitlines()]
        with open(stem + '.gold.jsonl', encoding='utf-8') as f:
            gold = [json.loads(x) for x in f if x.strip()]
        out += [Record('article', p['kind'], p['pattern'],
                       tuple(p.get('doubt', ())), right)
                for p, right in zip(pred, verdicts(sf, gold, pred))]
    return out


def verdicts(sf, gold, pred):
    """Best pairs first: is each prediction right with all its core slots?"""
    pairs = []
    for g in gold:
        kinds = [g['kind']] + list(g.get('accept', {}).get('kind', ()))
        for k, p in enumerate(pred):
            if p['kind'] in kinds and sf.evidence_meets(g['evidence'],
                                                        p['evidence']):
                x = sf.Pair(g, p)
                pairs.append((-x.weight(g), gold.index(g), k,
                              x.core or not x.same_kind))
    right, used = {}, set()
    for _, g, k, core in sorted(pairs):
        if g not in used and k not in right:
            right[k] = core
            used.add(g)
    return [right.get(k, False) for k in range(len(pred))]


def rows(suite, name):
    """(record, confidence) of a file of the suite."""
    run = subprocess.run([suite, '-c', os.path.join('test/facts', name)],
                         capture_output=True, text=True, cwd=ROOT)
    for line in run.stdout.splitlines():
        c = line.split('\t')
        if c[0] == 'row':
            yield Record('suite', c[1], c[2], tuple(c[3].split(',')),
                         c[6] == '1'), int(c[4])


def of_judged():
    path = os.path.join(ROOT, 'test', 'facts', 'judged.tsv')
    out = []
    for line in open(path, encoding='utf-8'):
        if not line.startswith('#'):
            c = line.rstrip('\n').split('\t')
            out.append(Record('', c[1], c[2], tuple(c[3].split(',')),
                              c[5] == '1'))
    return out


# ------------------------------------------------------------------ the model

def names_of(r):
    out = [('base', ''), ('kind', r.kind), ('pattern', r.pattern)]
    out += [('doubt', d) for d in r.doubts if d in DOUBTS]
    if r.origin:
        out.append(('origin', r.origin))
    return out


def solve(a, b):
    """Gauss, with pivots; a is small."""
    n = len(b)
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
        for r in range(i + 1, n):
            f = a[r][i] / a[i][i]
            if f:
                for c in range(i, n):
                    a[r][c] -= f * a[i][c]
                b[r] -= f * b[i]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (b[i] - sum(a[i][c] * x[c] for c in range(i + 1, n))) / a[i][i]
    return x


def odds(weights, names):
    return sum(weights.get(k, 0.0) for k in names)


def fit(records):
    index = {}
    for r in records:
        for k in names_of(r):
            index.setdefault(k, len(index))
    keys = list(index)
    w = dict.fromkeys(keys, 0.0)
    for _ in range(12):
        n = len(keys)
        hess = [[0.0] * n for _ in range(n)]
        grad = [0.0] * n
        for i, k in enumerate(keys):
            hess[i][i] = 1 / SPREAD[k[0]]
            grad[i] = -w[k] / SPREAD[k[0]]
        for r in records:
            names = names_of(r)
            p = 1 / (1 + math.exp(-odds(w, names)))
            at = [index[k] for k in names]
            for i in at:
                grad[i] += r.right - p
                for j in at:
                    hess[i][j] += p * (1 - p)
        step = solve(hess, grad)
        for i, k in enumerate(keys):
            w[k] += step[i]
    return w


def chance(w, r):
    names = [k for k in names_of(r) if k[0] != 'origin']
    return min(0.99, max(0.01, 1 / (1 + math.exp(-odds(w, names)))))


# --------------------------------------------------------------------- output

def put_table(records):
    w = fit(records)
    seen = collections.Counter()
    right = collections.Counter()
    for r in records:
        for k in names_of(r):
            seen[k] += 1
            right[k] += r.right
    print('# confidence.tsv - log-odds, in hundredths, that a record and all '
          'its core slots are\n# right. Made by tools/confidence.py; do not '
          'edit. Our own figures, of %d records.\n'
          '# what\tname\tweight\trecords\tright' % len(records))
    base = w[('base', '')]
    known = sorted(k for k in w if k[0] in ('kind', 'pattern'))
    for what, name in known + [('doubt', d) for d in DOUBTS]:
        k = (what, name)
        x = w.get(k, 0.0) + (base if what == 'kind' else 0)
        print('%s\t%s\t%d\t%d\t%d' % (what, name, round(100 * x), seen[k],
                                      right[k]))


EDGES = (0.0, 0.5, 0.65, 0.8, 0.9, 1.01)


def wilson(k, n):
    z, p = 1.96, k / n
    mid = (p + z * z / 2 / n) / (1 + z * z / n)
    far = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return '[%.0f, %.0f]' % (100 * (mid - far), 100 * (mid + far))


def reliability(title, pairs):
    print('\n%s\n\n| confidence | records | mean | right with all core slots '
          '|\n|---|---|---|---|' % title)
    for lo, hi in zip(EDGES, EDGES[1:]):
        some = [(p, r) for p, r in pairs if lo <= p < hi]
        if some:
            n, k = len(some), sum(r for _, r in some)
            print('| %.0f-%.0f | %d | %.0f | %.0f %s |' % (
                100 * lo, min(100, 100 * hi), n,
                100 * sum(p for p, _ in some) / n, 100 * k / n, wilson(k, n)))
    n = len(pairs)
    if n:
        print('\nBrier score %.3f (%.3f if every record got the mean); '
              '%d records.' % (
                  sum((p - r) ** 2 for p, r in pairs) / n,
                  (lambda m: m * (1 - m))(sum(r for _, r in pairs) / n), n))


def crossed(judged, rest, parts=10):
    """The judged records, each predicted by a fit that has not seen it."""
    out = []
    for i in range(parts):
        w = fit(rest + [r for k, r in enumerate(judged) if k % parts != i])
        out += [(chance(w, r), r.right)
                for k, r in enumerate(judged) if k % parts == i]
    return out


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ('fit', 'check'):
        sys.exit(__doc__)
    program, suite = map(os.path.abspath, sys.argv[2:])
    judged = of_judged()
    rest = of_articles(program) + [r for r, _ in rows(suite, 'dev.jsonl')]
    if sys.argv[1] == 'fit':
        put_table(rest + judged)
        return
    reliability('Sentences of test/facts/held.jsonl, by the shipped table:',
                [(c / 100, r.right) for r, c in rows(suite, 'held.jsonl')])
    reliability('Judged records of unseen articles, each by a fit without it:',
                crossed(judged, rest))


main()
