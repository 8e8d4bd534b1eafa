#!/usr/bin/env python3
"""Compare `recital score` with the scorers in Python that came with the corpus: the counts must be equal.

usage: loader/quality/agree.py FOLDER, from the top of the repository; FOLDER holds score/, corpus/ and gold/.
"""
import json, os, subprocess, sys, tempfile

folder = os.path.normpath(sys.argv[1])
corpus, scorers = os.path.join(folder, 'corpus'), os.path.join(folder, 'score')
xml = [os.path.join(corpus, 'unxml-ga'), os.path.join(corpus, 'unxml-sc')]
differ = []


def run(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def compare(measure, ours, theirs):
    if ours != theirs:
        differ.append('%s: %s, by the scorer in Python %s' % (measure, ours, theirs))


with tempfile.TemporaryDirectory() as home:
    binary = os.path.join(home, 'recital')
    subprocess.run(['go', 'build', '-o', binary, './cmd/recital'], check=True)
    extract = binary + ' extract --format jsonl'
    reports = {r['measure']: r for r in run(
        binary, 'score', '--format', 'json', *xml, os.path.join(corpus, 'hrc_silver.jsonl'), os.path.join(folder, 'gold'))}
    for mode in 'clean', 'page':
        r = reports['links ' + mode]
        t = run('python3', os.path.join(scorers, 'score.py'), '--json', '--mode', mode, '--cmd', extract, *xml)
        compare('links ' + mode, (r['documents'], r['neutral'], *(r['total'][k] for k in ('known', 'found', 'right', 'extra'))),
                (t['docs'], t['neutral'], t['gold'], t['found'], t['right'], t['over_no_link']))
    r, t = reports['silver'], run('python3', os.path.join(scorers, 'silver.py'), extract)
    n = r['total']['known']
    compare('silver', (r['documents'], n, round(r['total']['found'] / n, 4), round(r['total']['right'] / n, 4)),
            (t['docs'], t['silver'], t['found'], t['right']))
    for kind, t in run('python3', os.path.join(scorers, 'gold.py'), extract).items():
        name = 'gold addressees' if kind == 'addressee' else 'gold ' + kind
        r = reports[name]['total']
        compare(name, (r['known'], round(r['right'] / max(1, r['found'] + r['extra']), 3), round(r['right'] / max(1, r['known']), 3)),
                (t['gold'], t['P'], t['R']))

print('\n'.join(differ) or 'the scorers in Python agree: %d measures' % len(reports))
sys.exit(1 if differ else 0)
