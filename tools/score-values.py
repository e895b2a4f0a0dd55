#!/usr/bin/env python3
"""score-values.py PROGRAM FOLDER... - are the dates and numbers of the gold read?

FOLDER holds articles with gold facts: ID.txt, ID.meta.json, ID.gold.jsonl.  A
date of a record is right if a value inside its evidence (or, where the evidence
has none, anywhere in the article) says it, cut to the coarser of both.  A number
is right if the value over its span has this number and, where the record gives
them, its unit and its modifier.  Each is counted once per article."""
import collections
import glob
import json
import os
import subprocess
import sys


def values(program, path):
    meta = json.load(open(path.replace('.txt', '.meta.json'), encoding='utf-8'))
    date = ['--date=' + meta['date']] if meta.get('date') else []
    out = subprocess.run([program, 'names', '--layers=values'] +
                         date + [path], capture_output=True, check=True)
    rows = [json.loads(line) for line in out.stdout.decode().splitlines()]
    return [r for r in rows if r.get('layer') == 'value']


def cut(a, b):
    """Equal dates, up to the coarser precision."""
    a, b = a.split('/'), b.split('/')
    return len(a) == len(b) and all(x[:min(len(x), len(y))] == y[:len(x)]
                                    for x, y in zip(a, b))


def inside(v, spans):
    return any(s['start'] <= v['start'] and v['end'] <= s['end'] for s in spans)


def date_right(record, found):
    dates = [v for v in found if v['type'] == 'DATE']
    here = [v for v in dates if inside(v, record['evidence'])]
    want = record['date']['value']
    return any(cut(want, v['value']) for v in here or dates) or \
        any(cut(want, v['value']) for v in dates)


def item(record, slot):
    return [i for i in record['args'].get(slot, []) if 'start' in i]


def numbers(record):
    """(item, unit, modifier) of the numbers that have a span."""
    for slot in ('value', 'rank', 'number', 'count'):
        for i in item(record, slot):
            if isinstance(i.get('value'), (int, float)):
                unit = item(record, 'unit')
                mod = item(record, 'mod')
                yield (i, unit[0]['value'] if len(unit) == 1 else None,
                       mod[0]['value'] if len(mod) == 1 else None)


def number_right(i, unit, mod, found):
    over = [v for v in found if v['start'] < i['end'] and i['start'] < v['end']
            and v['type'] != 'DATE']
    return any(v['value'] == i['value'] and (not unit or v.get('unit') == unit)
               and (not mod or v.get('mod') == mod) for v in over)


def score(program, folder):
    right, all_ = collections.Counter(), collections.Counter()
    for gold in sorted(glob.glob(os.path.join(folder, '*.gold.jsonl'))):
        path = gold.replace('.gold.jsonl', '.txt')
        found, seen = values(program, path), set()
        for line in open(gold, encoding='utf-8'):
            r = json.loads(line)
            asked = []
            if r.get('date') and r['date'].get('value'):
                asked.append(('date', r['date']['value'], date_right(r, found)))
            for i, unit, mod in numbers(r):
                asked.append(('number', (i['start'], i['value']),
                              number_right(i, unit, mod, found)))
            for kind, key, ok in asked:
                if (kind, key) in seen:
                    continue
                seen.add((kind, key))
                all_[kind] += 1
                right[kind] += ok
                if not ok:
                    print('  %s: %s %s: %s' % (os.path.basename(path), kind, key,
                                               r['evidence'][0].get('text', '')))
    for kind in all_:
        print('%s\t%s\t%d of %d\t%.3f' % (os.path.basename(folder), kind,
                                          right[kind], all_[kind],
                                          right[kind] / all_[kind]))


if len(sys.argv) < 3:
    sys.exit(__doc__)
for folder in sys.argv[2:]:
    score(sys.argv[1], folder)
