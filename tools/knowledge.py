#!/usr/bin/env python3
"""Checks the knowledge text and writes it as constant C tables.

usage: knowledge.py FILE.txt...              check, and say how much there is
       knowledge.py --c OUT.c FILE.txt...    check, and write the tables

knowledge/README.md describes the format. Every complaint names file and line and what to do; with
any complaint nothing is written and the exit status is 1.
"""
import hashlib
import math
import os
import re
import sys

import knowledge_body as body

LEVELS = ['self_care', 'routine', 'within_days', 'same_day', 'emergency']
COSTS = ['free', 'cheap', 'costly']
ACTS = ['at_once', 'slowly', 'by_weeks']  # the first when nothing is said
FACT_KINDS = ['symptom', 'history', 'sign', 'test', 'data', 'safety']
MAP_KINDS = ['nerve', 'pressure', 'other']
CAUSE_KINDS = ['contributor', 'diagnosis', 'none']
UNTICKED = ['no', 'not_sure']
# A page is one screen, and a line is read at a glance.
MOST_LINES, LONGEST_LINE, MOST_CHOICES = 12, 120, 6
PLACES = ['toes', 'ball', 'sole', 'heel', 'dorsum', 'leg']
ID = re.compile(r'[A-Za-z0-9][A-Za-z0-9_]*$')

# Keys of each kind of block: those that must be there, those that may.
KEYS = {
    'source': (['title', 'seen'], ['address']),
    'region': (['name', 'group'], []),
    'map': (['name', 'kind', 'core', 'basis'], ['border']),
    'cause': (['name', 'clinical', 'kind', 'prior', 'sites', 'numb_at', 'mechanism', 'onset',
               'clears', 'improves', 'see', 'see_whom'], ['weak', 'form_of', 'also']),
    'group': (['why'], []),
    'page': (['title', 'why', 'unticked'], []),
    'finding': (['short', 'kind', 'tier', 'seconds', 'question', 'why', 'evidence',
                 'background'],
                ['help', 'from_data', 'group', 'figures', 'safety', 'ticked_by', 'yes', 'no', 'unit', 'page',
                 'line']),
    'flag': (['level', 'why', 'act', 'basis', 'when'], ['ask', 'alone']),
    'contradiction': (['says', 'do', 'counts', 'when'], []),
    'remedy': (['name', 'kind', 'how', 'dose', 'cost', 'judge', 'see_whom', 'with_flag',
                'while_worsening'], ['acts', 'not_with', 'loads', 'weak']),
    'model': (['region_core', 'region_border', 'region_outside', 'beside', 'site_slip', 'site_part',
               'site_part_extent', 'site_power', 'home_sensitivity',
               'home_false_positive', 'home_false_positive_cap', 'p_cap', 'odds_a', 'odds_b',
               'odds_c', 'level_routine', 'level_within_days', 'level_same_day',
               'level_emergency', 'change_chance', 'change_together', 'try_margin', 'ask_level',
               'ask_try', 'ask_leader', 'ask_movement', 'page_seconds', 'line_seconds', 'choice_seconds',
               'question_seconds', 'cost_free', 'cost_cheap',
               'cost_costly', 'no_effect_sd', 'not_weighed'], []),
    **body.KEYS,
}
# Of the model, what is words and not a number.
WORDS_OF_MODEL = ['not_weighed']
# Keys that carry a word of their own: "level lt5: ...", "p shoe, lace: ...".
WORDED = {'finding': ['level', 'range', 'skip', 'p'], 'remedy': ['effect', 'worth'], **body.WORDED}
# What to do when a key is missing, where the plain "add it" would not help.
HINTS = {
    'prior': 'add "prior: 0.10 (0.05..0.20) | c judgement"',
    'background': 'add "background: 0.2 | c judgement"',
    'when': 'add at least one rule, "when: FINDING = yes"',
    'counts': 'add "counts: neither", runs, sites, or the finding that counts for the causes',
    'dose': 'add how often and how much, "dose: every run for 2 weeks"',
    'cost': 'add "cost: free", cheap or costly',
    'unticked': 'add "unticked: no", or not_sure where each line must be marked',
    'judge': 'add when to judge whether it worked, "judge: 2 weeks"',
    'basis': 'add "basis: c judgement" or a class with its sources',
    **body.HINTS,
}


# Ways to tell a runner to land on, or move to, the front of the foot: "land softly on your forefoot",
# "run on your toes", "a midfoot strike". Which of them are warnings is seen from the words before.
FORWARD = r'(?:balls?|toes|forefoot|midfoot|mid-sole|front|middle)'
LANDS_FORWARD = re.compile(
    r'\b(?:land|strike|run|come down|stay|push)(?:s|ing)?\b[^.;:]{0,30}?'
    r'\b(?:on|onto|with|towards?|up on) (?:the |your )*' + FORWARD + r'\b'
    r'|\b(?:forefoot|midfoot|toe)[- ](?:strik|land|run)\w*', re.I)
WARNED = re.compile(r'\b(?:not|never|no|avoid|instead of)\b[^.;:]{0,30}$', re.I)


def tells_to_land_forward(text):
    return any(not WARNED.search(text[:match.start()]) for match in LANDS_FORWARD.finditer(text))


class Line:
    """One key and its value, with where it stands."""

    def __init__(self, key, word, value, place):
        self.key, self.word, self.value, self.place = key, word, value, place


class Block:
    def __init__(self, kind, name, place):
        self.kind, self.name, self.place, self.lines = kind, name, place, []

    def get(self, key):
        return next((line for line in self.lines if line.key == key and not line.word), None)

    def all(self, key):
        return [line for line in self.lines if line.key == key]

    def text(self, key):
        line = self.get(key)
        return line.value if line else ''

    def __str__(self):
        return f'{self.kind} {self.name}'


class Checker(body.BodyChecks):
    def __init__(self):
        self.errors = []
        self.blocks = {kind: {} for kind in KEYS}
        self.cited = set()

    def fail(self, place, message):
        self.errors.append((place, message))

    # --- reading -------------------------------------------------------------------------------

    def read(self, path):
        block = line = None
        with open(path, encoding='utf-8') as f:
            for number, raw in enumerate(f, 1):
                place = (path, number)
                text = raw.rstrip('\n')
                if not text.strip() or text.lstrip().startswith('#'):
                    line = None if not text.strip() else line
                    continue
                indent = len(text) - len(text.lstrip(' '))
                if '\t' in text[:indent + 1]:
                    self.fail(place, 'a tab; use spaces')
                if indent == 0:
                    block, line = self.head(text, place), None
                elif indent >= 6 and line:
                    line.value += ' ' + text.strip()
                elif block:
                    line = self.key(block, text.strip(), place)
        return self

    def head(self, text, place):
        words = text.split()
        if len(words) != 2 or words[0] not in KEYS:
            self.fail(place, f'"{text}" is no head line; use one of '
                      f'{", ".join(KEYS)} and an id, or indent it')
            return None
        kind, name = words
        block = Block(kind, name, place)
        if not ID.match(name):
            self.fail(place, f'"{name}" is no id; use letters, digits and _')
        elif name in self.blocks[kind]:
            first = self.blocks[kind][name].place
            self.fail(place, f'{kind} {name} is there twice, first at '
                      f'{first[0]}:{first[1]}; rename or remove one')
        else:
            self.blocks[kind][name] = block
        return block

    def key(self, block, text, place):
        match = re.match(r'([a-z_]+)((?: +[A-Za-z0-9_]+(?:, *[A-Za-z0-9_]+)*)?): *(.*)$', text)
        if not match:
            self.fail(place, f'"{text[:40]}" is no "key: value" line; to go on with the line '
                      'above, indent by 6 spaces')
            return None
        key, word, value = match.group(1), match.group(2).strip(), match.group(3)
        must, may = KEYS[block.kind]
        if word and key not in WORDED.get(block.kind, []):
            self.fail(place, f'{block}: "{key} {word}" is not known; see knowledge/README.md')
        elif not word and key not in must + may:
            self.fail(place, f'{block}: "{key}" is not known; use one of {", ".join(must + may)}')
        elif any(o.key == key and o.word == word for o in block.lines) and key != 'when' \
                and (block.kind, key) not in body.REPEATED:
            self.fail(place, f'{block}: "{(key + " " + word).strip()}" is there twice; keep one')
        line = Line(key, word, value, place)
        block.lines.append(line)
        return line

    # --- parts of values -----------------------------------------------------------------------

    def split(self, block, line):
        """'value | class sources | note' -> value, basis."""
        parts = [part.strip() for part in line.value.split('|')]
        if len(parts) < 2:
            self.fail(line.place, f'{block}: "{line.key}" has no class and source; add '
                      '"| c judgement" or a class with its sources')
            return parts[0], ('c', [], '')
        return parts[0], self.basis(block, line, parts[1], ' | '.join(parts[2:]))

    def basis(self, block, line, text, note):
        words = text.split()
        if not words or words[0] not in ('a', 'b', 'c'):
            self.fail(line.place, f'{block}: "{text}" has no class; use a (read in a source), '
                      'b (recalled) or c (judgement) before the sources')
            return ('c', [], note)
        cls, rest = words[0], words[1:]
        plain = {'a': [], 'b': ['recalled', 'judgement'], 'c': ['judgement']}[cls]
        if len(rest) == 1 and rest[0] in plain:
            return (cls, [], note)
        sources = []
        for name in rest:
            if name not in self.blocks['source']:
                self.fail(line.place, f'{block}: source {name} is not known; add it to '
                          'sources.txt or correct the id')
            else:
                sources.append(name)
                self.cited.add(name)
        if not rest:
            self.fail(line.place, f'{block}: class {cls} without a source; name one' +
                      (f' or write "{cls} {plain[0]}"' if plain else ''))
        return (cls, sources, note)

    def number(self, block, line, text, low=None, high=None):
        try:
            x = float(text)
        except ValueError:
            self.fail(line.place, f'{block}: "{text}" is no number')
            return 0.5
        if not math.isfinite(x) or (low is not None and x <= low) or (high is not None and x >= high):
            self.fail(line.place, f'{block}: {text} is not between {low} and {high}; nothing is '
                      'impossible or certain' if (low, high) == (0, 1) else
                      f'{block}: {text} is out of range')
            return 0.5
        return x

    def one_of(self, block, key, choices):
        line = block.get(key)
        if line and line.value not in choices:
            self.fail(line.place, f'{block}: {key} "{line.value}" is not known; use one of '
                      f'{", ".join(choices)}')
            return choices[0]
        return line.value if line else choices[0]

    def known(self, block, line, kind, name):
        if name not in self.blocks[kind]:
            self.fail(line.place, f'{block}: {kind} {name} is not known; add it or correct the id')
            return None
        return name

    def listed(self, line):
        return [x for x in re.split(r'[,\s]+', line.value) if x] if line else []

    # --- blocks --------------------------------------------------------------------------------

    def check(self):
        for kind, blocks in self.blocks.items():
            for block in blocks.values():
                self.missing(block)
                self.citations(block)
        for kind in ('map', 'cause', 'page', 'finding', 'flag', 'contradiction', 'remedy', 'model', *body.KEYS):
            for block in self.blocks[kind].values():
                getattr(self, 'check_' + kind)(block)
        self.check_whole()

    def missing(self, block):
        for key in KEYS[block.kind][0]:
            line = block.get(key)
            if not line or not line.value.strip():
                place = line.place if line else block.place
                hint = HINTS.get(key, f'add a line "{key}: ..."')
                what = 'rule (when)' if key == 'when' else key
                self.fail(place, f'{block} has no {what}; {hint}')

    def citations(self, block):
        for line in block.lines:
            for group in re.findall(r'\[([SR]\d[^\]]*)\]', line.value):
                for name in re.findall(r'\b[SR]\d+\b', group):
                    if name not in self.blocks['source']:
                        self.fail(line.place, f'{block}: source {name} is not known; add it to '
                                  'sources.txt or correct the id')
                    self.cited.add(name)
            if block.kind in ('cause', 'flag', 'contradiction', 'remedy', *body.KEYS) and \
                    re.search(r'\b(?<!if )you have\b', line.value, re.I):
                self.fail(line.place, f'{block}: never tell a runner what "you have"; say what '
                          'fits or may be')
            if block.kind in body.KEYS and tells_to_land_forward(line.value):
                self.fail(line.place, f'{block}: never tell a runner to land on the front of the foot: it raises the '
                          'pressure there')

    def check_map(self, b):
        b.map_kind = self.one_of(b, 'kind', MAP_KINDS)
        masks = []
        for key in ('core', 'border'):
            names = self.listed(b.get(key))
            masks.append([n for n in names if self.known(b, b.get(key), 'region', n)])
        both = set(masks[0]) & set(masks[1])
        if both:
            self.fail(b.get('border').place, f'{b}: {", ".join(sorted(both))} is core and border; '
                      'keep it in one')
        b.core, b.border = masks
        line = b.get('basis')
        if line:
            parts = [p.strip() for p in line.value.split('|')]
            b.basis = self.basis(b, line, parts[0], ' | '.join(parts[1:]))

    def check_cause(self, b):
        b.cause_kind = self.one_of(b, 'kind', CAUSE_KINDS)
        b.see = self.one_of(b, 'see', LEVELS)
        b.prior = (0.1, 0.05, 0.2)
        line = b.get('prior')
        b.prior_basis = b.site_basis = ('c', [], '')
        if line:
            value, b.prior_basis = self.split(b, line)
            match = re.match(r'([0-9.]+) *\(([0-9.]+) *\.\. *([0-9.]+)\)$', value)
            if not match:
                self.fail(line.place, f'{b}: "{value}" is no prior with its bounds; write '
                          '"0.10 (0.05..0.20)"')
            else:
                b.prior = tuple(self.number(b, line, x, 0, 1) for x in match.groups())
                if not b.prior[1] <= b.prior[0] <= b.prior[2]:
                    self.fail(line.place, f'{b}: prior {match.group(1)} is not within its own '
                              'bounds; correct the bounds')
        b.sites = []
        line = b.get('sites')
        if line:
            value, b.site_basis = self.split(b, line)
            for part in value.split(','):
                words = part.split()
                if len(words) != 2:
                    self.fail(line.place, f'{b}: "{part.strip()}" is no map with its weight; '
                              'write "TOEBOX 0.7, PDN3 0.3"')
                elif self.known(b, line, 'map', words[0]):
                    b.sites.append((words[0], self.number(b, line, words[1], 0, 1.0000001)))
            if abs(sum(w for _, w in b.sites) - 1) > 1e-6:
                self.fail(line.place, f'{b}: site weights add up to '
                          f'{sum(w for _, w in b.sites):g}, not 1; correct them')
        self.check_form(b)
        b.numb_at = self.listed(b.get('numb_at'))
        for place in b.numb_at:
            if place not in PLACES:
                self.fail(b.get('numb_at').place, f'{b}: numb_at "{place}" is not known; use '
                          f'{", ".join(PLACES)}')

    def check_ticked_by(self, b):
        b.ticked_by = [n for n in self.listed(b.get('ticked_by'))
                       if self.known(b, b.get('ticked_by'), 'flag', n)]
        for name in b.ticked_by:
            if not self.blocks['flag'][name].get('ask'):
                self.fail(b.get('ticked_by').place,
                          f'{b}: flag {name} is not on the checklist; nobody can tick it')
        if b.ticked_by and not b.yes_no:
            self.fail(b.get('ticked_by').place,
                      f'{b}: a tick says yes, but its answers are levels; leave "ticked_by" out')

    def check_page(self, b):
        self.one_of(b, 'unticked', UNTICKED)

    def check_line(self, b):
        page, line = b.get('page'), b.get('line')
        if bool(page) != bool(line):
            self.fail((page or line).place, f'{b} has {"a page" if page else "a line"} without a '
                      f'{"line" if page else "page"}; give both or neither')
            return
        if not page or not self.known(b, page, 'page', page.value):
            return
        if len(line.value) > LONGEST_LINE:
            self.fail(line.place, f'{b}: a line of {len(line.value)} characters is not read at a '
                      f'glance; use at most {LONGEST_LINE}')
        if not b.yes_no and self.blocks['page'][page.value].text('unticked') == 'no':
            self.fail(page.place, f'{b} has levels, and one left out is no "no"; put it on a page with '
                      '"unticked: not_sure"')
        if len(b.levels) > MOST_CHOICES:
            self.fail(page.place, f'{b} has {len(b.levels)} answers, which is no short line; ask it alone')
        if b.text('kind') in ('test', 'safety') or b.text('tier') == '3':
            self.fail(page.place, f'{b}: a home test, what needs equipment and what the safety checklist '
                      'asks is no line of a page; ask it alone')
        if self.blocks['page'][page.value].text('unticked') == 'no' and \
                any(skip.word == 'not_tried' for skip in b.all('skip')):
            self.fail(page.place, f'{b} can be "not tried", so leaving it unticked is no "no"; put it on a '
                      'page with "unticked: not_sure"')

    def check_pages(self):
        for name, page in self.blocks['page'].items():
            lines = [f for f in self.blocks['finding'].values() if f.text('page') == name]
            if not 2 <= len(lines) <= MOST_LINES:
                self.fail(page.place, f'{page} has {len(lines)} line{"" if len(lines) == 1 else "s"}; a '
                          f'page has 2 to {MOST_LINES}')
        for flag in self.blocks['flag'].values():
            for line, (_, terms) in zip(flag.all('when'), flag.rules):
                for term in terms:
                    self.check_calming(flag, line, term)

    def check_calming(self, flag, line, term):
        """A line that was merely left out must not make a red flag milder."""
        if term[0] != 'FACT':
            return
        fact = self.blocks['finding'][term[1]]
        page = self.blocks['page'].get(fact.text('page'))
        holds = bool(term[2] & 2) != term[3] if getattr(fact, 'yes_no', False) else True
        if page and page.text('unticked') == 'no' and term[3] and not holds:
            self.fail(fact.get('page').place, f'{fact}: a "no" to it calms {flag} ("{line.value}"), and '
                      f'{page} takes a line left unticked for a no; ask it alone, or on a page where each '
                      'line is marked')

    def check_form(self, b):
        line = b.get('form_of')
        if not line or not self.known(b, line, 'cause', line.value):
            return
        other = self.blocks['cause'][line.value]
        if b.cause_kind != 'diagnosis' or other.text('kind') != 'diagnosis' or other.get('form_of'):
            self.fail(line.place, f'{b}: a form and what it is a form of are diagnoses, and a form '
                      'has no forms of its own; correct "form_of"')
        elif list(self.blocks['cause']).index(b.name) < list(self.blocks['cause']).index(other.name):
            self.fail(line.place, f'{b}: move it below {other}, of which it is a form')

    def check_finding(self, b):
        self.one_of(b, 'kind', FACT_KINDS)
        self.one_of(b, 'tier', ['1', '2', '3'])
        if b.get('figures'):
            self.one_of(b, 'figures', ['clinician'])
        if b.get('seconds'):
            b.seconds = self.number(b, b.get('seconds'), b.text('seconds'), 0, 3600)
        for key, kind in (('group', 'group'), ('safety', 'flag')):
            if b.get(key):
                self.known(b, b.get(key), kind, b.text(key))
        b.levels = [(l.word, l.value) for l in b.all('level')]
        b.yes_no = not b.levels
        self.check_ticked_by(b)
        if b.yes_no:
            b.levels = [('yes', b.text('yes') or 'yes'), ('no', b.text('no') or 'no')]
        elif len(b.levels) < 2:
            self.fail(b.place, f'{b} has one level; give two or more, or none for yes and no')
        elif b.get('yes') or b.get('no'):
            self.fail(b.place, f'{b} has levels and a text for yes or no; keep one of them')
        b.ranges = self.ranges(b)
        self.check_line(b)
        if b.get('figures') and not b.yes_no:
            self.fail(b.get('figures').place, f'{b}: "figures: clinician" is for yes and no only')
        b.skips = [(l.word, l.value) for l in b.all('skip')]
        if not b.skips:
            self.fail(b.place, f'{b} cannot be skipped; add "skip unsure: not sure"')
        line = b.get('background')
        b.background, b.background_basis = None, ('c', [], '')
        if line:
            value, b.background_basis = self.split(b, line)
            b.background = self.chances(b, line, value)
        b.rows, seen = [], set()
        for line in b.all('p'):
            value, basis = self.split(b, line)
            p = self.chances(b, line, value)
            if p and p == b.background:
                self.fail(line.place, f'{b}: "p {line.word}" equals the background, so the cause '
                          'says nothing; leave the line out')
            for name in re.split(r', *', line.word):
                if not self.known(b, line, 'cause', name):
                    continue
                if name in seen:
                    self.fail(line.place, f'{b}: cause {name} has two lines "p"; keep one')
                seen.add(name)
                b.rows.append((name, p, basis))

    def ranges(self, b):
        """The numbers behind levels: {level: (low, high)}."""
        found = {}
        for line in b.all('range'):
            match = re.match(r'([0-9.]+) *\.\. *([0-9.]+)$', line.value)
            if line.word not in dict(b.levels):
                self.fail(line.place, f'{b}: range of a level "{line.word}" that it does not have')
            elif not match or float(match.group(1)) >= float(match.group(2)):
                self.fail(line.place, f'{b}: "{line.value}" is no range; write "5..15"')
            else:
                found[line.word] = (float(match.group(1)), float(match.group(2)))
        if found and not b.text('unit'):
            self.fail(b.place, f'{b} has ranges without a unit; add "unit: min"')
        return found

    def chances(self, b, line, value):
        """One chance a level; yes/no findings give the chance of yes."""
        if b.yes_no:
            p = self.number(b, line, value, 0, 1)
            return [p, 1 - p]
        given = {}
        for part in value.split(','):
            words = part.split()
            if len(words) != 2 or words[0] not in dict(b.levels):
                self.fail(line.place, f'{b}: "{part.strip()}" is no level with its chance; levels '
                          f'are {", ".join(l for l, _ in b.levels)}')
                return None
            given[words[0]] = self.number(b, line, words[1], 0, 1)
        if len(given) != len(b.levels):
            left = [l for l, _ in b.levels if l not in given]
            self.fail(line.place, f'{b}: no chance for {", ".join(left)}; add it')
            return None
        if abs(sum(given.values()) - 1) > 1e-6:
            self.fail(line.place, f'{b}: chances add up to {sum(given.values()):g}, not 1; '
                      'correct them')
        return [given[l] for l, _ in b.levels]

    def check_flag(self, b):
        b.level = LEVELS.index(self.one_of(b, 'level', LEVELS))
        line = b.get('basis')
        if line:
            parts = [p.strip() for p in line.value.split('|')]
            b.basis = self.basis(b, line, parts[0], ' | '.join(parts[1:]))
        b.rules = [(l.value, [self.term(b, l, t.strip()) for t in l.value.split(',')])
                   for l in b.all('when')]
        if b.get('alone'):
            self.one_of(b, 'alone', ['yes', 'no'])
        ticks = any(text == 'ticked' for text, _ in b.rules)
        if b.text('ask') and not ticks:
            self.fail(b.place, f'{b} is on the checklist but ticking it does nothing; add '
                      '"when: ticked"')
        if ticks and not b.text('ask'):
            self.fail(b.place, f'{b} has "when: ticked" but is not on the checklist; add "ask: ..."')

    def check_contradiction(self, b):
        b.rules = [(l.value, [self.term(b, l, t.strip()) for t in l.value.split(',')])
                   for l in b.all('when')]
        counts = b.text('counts')
        b.counts = counts if counts in ('neither', 'runs', 'sites') else 'fact'
        if b.get('counts') and b.counts == 'fact':
            self.known(b, b.get('counts'), 'finding', counts)
        needed = {'runs': ('MEASURED',), 'sites': ('REGION',), 'fact': ('FACT', 'SAID', 'MEASURED', 'AGE')}
        for line, (_, terms) in zip(b.all('when'), b.rules):
            if any(t[0] == 'FALSE' for t in terms):
                continue
            said = [t for t in terms if t[0] not in ('UNKNOWN', 'FAILED') and not (t[0] == 'FACT' and t[3])]
            if len(said) < 2:
                self.fail(line.place, f'{b}: "{line.value}" names one answer; it takes two to '
                          'contradict each other')
            elif b.counts in needed and not any(
                    t[0] in needed[b.counts] and (b.counts != 'fact' or counts in (t[1], t[0].lower()))
                    for t in said):
                self.fail(line.place, f'{b}: "{counts}" counts, but "{line.value}" has no term of it')

    def term(self, b, line, text):
        bad = ('FALSE',)
        if text == 'drawn both':
            return ('REGION', list(self.blocks['region']), 3)
        if text == 'both feet':
            return ('BOTH_FEET', 'side') if self.known(b, line, 'finding', 'side') else bad
        match = re.match(r'ticked(?: (\w+))?$', text)
        if match:
            name = match.group(1) or b.name
            return ('TICKED', name) if self.known(b, line, 'flag', name) else bad
        match = re.match(r'age *(<|>=) *(\d+)$', text)
        if match and self.known(b, line, 'finding', 'age'):
            n = float(match.group(2))
            return ('AGE', 0.0, n) if match.group(1) == '<' else ('AGE', n, 1000.0)
        match = re.match(r'failed *>= *([1-9]\d?)$', text)
        if match:
            return ('FAILED', float(match.group(1)))
        match = re.match(r'site ([\w|]+) (left|right|both|any)$', text)
        if match:
            names = match.group(1).split('|')
            if all([self.known(b, line, 'region', n) for n in names]):
                return ('REGION', names, {'any': 0, 'left': 1, 'right': 2, 'both': 3}[match.group(2)])
            return bad
        if text.split()[0] == 'age' and not text.split()[1:2] == ['=']:
            self.fail(line.place, f'{b}: "{text}": age may be known by number or by band; write '
                      '"age < 40" or "age >= 40"')
            return bad
        match = re.match(r'(\w+) unknown$', text)
        if match:
            return ('UNKNOWN', match.group(1)) if self.known(b, line, 'finding', match.group(1)) \
                else bad
        match = re.match(r'(\w+) *(=|!=| said | measured ) *([\w|]+)$', text)
        if not match:
            self.fail(line.place, f'{b}: "{text}" is no term of a rule; see the top of '
                      'red_flags.txt')
            return bad
        name, operator, values = match.groups()
        if not self.known(b, line, 'finding', name):
            return bad
        fact = self.blocks['finding'][name]
        levels = [l.word for l in fact.all('level')] or ['yes', 'no']
        for value in values.split('|'):
            if value not in levels:
                self.fail(line.place, f'{b}: {name} has no answer "{value}"; it has '
                          f'{", ".join(levels)}')
                return bad
        mask = sum(1 << levels.index(v) for v in values.split('|'))
        if operator.strip() in ('said', 'measured'):
            return (operator.strip().upper(), name, mask)
        return ('FACT', name, mask, operator == '!=')

    def check_remedy(self, b):
        kind = self.one_of(b, 'kind', ['change', 'visit'])
        self.one_of(b, 'cost', COSTS)
        if b.get('acts'):
            self.one_of(b, 'acts', ACTS)
        for key in ('with_flag', 'while_worsening'):
            self.one_of(b, key, ['yes', 'no'])
        b.not_with = [n for n in self.listed(b.get('not_with'))
                      if self.known(b, b.get('not_with'), 'remedy', n)]
        loads = self.listed(b.get('loads'))
        for place in loads:
            if place not in PLACES:
                self.fail(b.get('loads').place, f'{b}: loads "{place}" is not known; use '
                          f'{", ".join(PLACES)}')
        how = b.get('how')
        if how and tells_to_land_forward(how.value):
            loads = loads + ['ball', 'toes']
        if b.name in b.not_with:
            self.fail(b.get('not_with').place, f'{b}: "not_with" names itself; take it out')
        b.effects = []
        for line in b.all('effect') + b.all('worth'):
            if (line.key == 'worth') != (kind == 'visit'):
                self.fail(line.place, f'{b}: a {kind} takes '
                          f'"{"worth" if kind == "visit" else "effect"}", not "{line.key}"')
            value, basis = self.split(b, line)
            match = re.match(r'(-?[0-9.]+)(?: +sd +([0-9.]+))?$', value)
            if not match or (match.group(2) is None) != (kind == 'visit'):
                self.fail(line.place, f'{b}: "{value}" is not understood; write '
                          f'"{"0.6" if kind == "visit" else "0.60 sd 0.20"} | c judgement"')
                continue
            mean = self.number(b, line, match.group(1), -5, 5)
            sd = self.number(b, line, match.group(2), 0, 5) if match.group(2) else 0.0
            for name in re.split(r', *', line.word):
                if self.known(b, line, 'cause', name):
                    b.effects.append((name, mean, sd, basis))
                    self.contradiction(b, line, name, mean, loads)
        if not b.effects:
            self.fail(b.place, f'{b} says for no cause what it does; add an "'
                      f'{"worth" if kind == "visit" else "effect"} CAUSE" line')

    def contradiction(self, b, line, name, mean, loads):
        numb = self.listed(self.blocks['cause'][name].get('numb_at'))
        clash = [p for p in loads if p in numb]
        if mean > 0 and clash:
            self.fail(line.place, f'{b} puts more load on {" and ".join(clash)}, where cause '
                      f'{name} is numb; take the line out or change what to do')

    def check_model(self, b):
        b.values = {}
        for key in KEYS['model'][0]:
            line = b.get(key)
            if line and key not in WORDS_OF_MODEL:
                value, _ = self.split(b, line)
                above = key.startswith(('odds_', 'cost_', 'ask_')) or key.endswith('_seconds') or key in ('home_false_positive',
                                                                              'try_margin')
                b.values[key] = self.number(b, line, value, 0, 100 if above else 1)

    def check_whole(self):
        causes = self.blocks['cause']
        kinds = [getattr(c, 'cause_kind', '') for c in causes.values()]
        if kinds.count('none') != 1:
            self.fail(('knowledge', 0), f'{kinds.count("none")} causes of kind none; there must be '
                      'exactly one, "no cause found"')
        if kinds.count('contributor') > 10:
            self.fail(('knowledge', 0), 'more than 10 contributors: all their combinations are '
                      'counted through; make some of them diagnoses')
        total = sum(c.prior[2] for c in causes.values() if getattr(c, 'cause_kind', '') == 'diagnosis')
        if total >= 1:
            self.fail(('knowledge', 0), f'the upper priors of the diagnoses add up to {total:g}; '
                      'at most one can be true, so keep the sum under 1')
        if len(self.blocks['region']) > 64:
            self.fail(('knowledge', 0), 'more than 64 regions; a drawing holds 64')
        if len(self.blocks['model']) != 1:
            self.fail(('knowledge', 0), 'there must be exactly one model block')
        for name, cause in causes.items():
            if not any(n == name and mean > 0 for r in self.blocks['remedy'].values()
                       for n, mean, _, _ in getattr(r, 'effects', [])):
                self.fail(cause.place, f'{cause} has no remedy; add an "effect {name}" or '
                          f'"worth {name}" to one in remedies.txt')
        for name, group in self.blocks['group'].items():
            members = [f for f in self.blocks['finding'].values() if f.text('group') == name]
            if len(members) < 2:
                self.fail(group.place, f'{group} has {len(members)} finding; it takes two to overlap')
        self.check_pages()
        self.check_body()
        for name, source in self.blocks['source'].items():
            if name not in self.cited:
                self.fail(source.place, f'{source} is cited nowhere; cite it or take it out')


# --- C out ---------------------------------------------------------------------------------------

def quote(text):
    out = []
    for byte in text.encode('utf-8'):
        c = chr(byte)
        out.append('\\' + c if c in '"\\' else c if 32 <= byte < 127 else f'\\{byte:03o}')
    return '"' + ''.join(out) + '"'


def real(x):
    s = repr(float(x))
    return s


class Writer(body.BodyTables):
    def __init__(self, checker, version):
        self.k, self.version, self.out = checker, version, []
        order = {kind: i for i, kind in enumerate(CAUSE_KINDS)}
        blocks = checker.blocks
        self.causes = sorted(blocks['cause'].values(), key=lambda c: order[c.cause_kind])
        self.flags = sorted(blocks['flag'].values(), key=lambda f: -f.level)
        self.facts = list(blocks['finding'].values())
        self.place = {kind: {n: i for i, n in enumerate(blocks[kind])} for kind in blocks}
        self.place['cause'] = {c.name: i for i, c in enumerate(self.causes)}
        self.place['flag'] = {f.name: i for i, f in enumerate(self.flags)}
        self.lists = {}

    def line(self, text):
        self.out.append(text)

    def reference(self, kind, name):
        table = {'source': 'sources', 'cause': 'causes', 'finding': 'facts', 'flag': 'flags',
                 'map': 'maps', 'group': 'groups', 'page': 'pages', 'contradiction': 'contradictions',
                 'remedy': 'remedies', 'picture': 'pictures', 'exercise': 'exercises'}[kind]
        return f'&{table}[{self.place[kind][name]}]'

    def basis(self, basis):
        cls, sources, note = basis
        if not sources:
            return f"{{'{cls}', NULL, 0, {quote(note)}}}"
        key = tuple(sources)
        if key not in self.lists:
            self.lists[key] = f'cited_{len(self.lists)}'
        return f"{{'{cls}', {self.lists[key]}, {len(key)}, {quote(note)}}}"

    def mask(self, names):
        return f'UINT64_C(0x{sum(1 << self.place["region"][n] for n in names):x})'

    def array(self, kind, name, items):
        """A constant array, or NULL when empty."""
        if not items:
            return 'NULL'
        self.line(f'static const {kind} {name}[] = {{\n    ' + ',\n    '.join(items) + '};')
        return name

    def table(self, kind, name, items):
        self.line(f'static const {kind} {name}[{max(1, len(items))}] = {{\n' + ',\n'.join(items) + '};')

    def write(self):
        blocks = self.k.blocks
        body = self.out
        self.plain_tables(blocks)
        self.cause_table()
        self.fact_table()
        self.page_table(blocks)
        self.flag_table()
        self.contradiction_table(blocks)
        self.remedy_table(blocks)
        self.body_tables(blocks, quote, real)
        self.whole(blocks)
        head = ['/* Written by tools/knowledge.py from knowledge/. Change the text there, not this. */',
                '#include <footfall/body.h>', '']
        sizes = [('ff_source', 'sources', len(blocks['source'])), ('ff_map', 'maps', len(blocks['map'])),
                 ('ff_cause', 'causes', len(self.causes)), ('ff_group', 'groups', len(blocks['group'])),
                 ('ff_page', 'pages', len(blocks['page'])),
                 ('ff_fact', 'facts', len(self.facts)), ('ff_flag', 'flags', len(self.flags)),
                 ('ff_contradiction', 'contradictions', len(blocks['contradiction'])),
                 ('ff_remedy', 'remedies', len(blocks['remedy'])),
                 ('ff_picture', 'pictures', len(blocks['picture'])),
                 ('ff_exercise', 'exercises', len(blocks['exercise']))]
        head += [f'static const {kind} {name}[{max(1, n)}];' for kind, name, n in sizes]
        for names, label in self.lists.items():
            head.append(f'static const ff_source *const {label}[] = {{' +
                        ', '.join(self.reference('source', n) for n in names) + '};')
        return '\n'.join(head + body) + '\n'

    def plain_tables(self, blocks):
        self.table('ff_source', 'sources', [
            f'    {{{quote(s.name)}, {quote(s.text("title"))}, {quote(s.text("address"))}, '
            f'{quote(s.text("seen"))}}}' for s in blocks['source'].values()])
        self.table('ff_region', 'regions', [
            f'    {{{quote(r.name)}, {quote(r.text("name"))}, {quote(r.text("group"))}}}'
            for r in blocks['region'].values()])
        self.table('ff_map', 'maps', [
            f'    {{{quote(m.name)}, {quote(m.text("name"))}, FF_MAP_{m.map_kind.upper()}, {self.mask(m.core)}, '
            f'{self.mask(m.border)}, {self.basis(m.basis)}}}' for m in blocks['map'].values()])
        self.table('ff_group', 'groups', [
            f'    {{{i}, {quote(g.name)}, {quote(g.text("why"))}}}'
            for i, g in enumerate(blocks['group'].values())])

    def cause_table(self):
        kinds = {'contributor': 'FF_CONTRIBUTOR', 'diagnosis': 'FF_DIAGNOSIS', 'none': 'FF_NO_CAUSE'}
        rows = []
        for i, c in enumerate(self.causes):
            sites = self.array('ff_map_weight', f'sites_{i}', [
                f'{{{self.reference("map", m)}, {real(w)}}}' for m, w in c.sites])
            texts = ', '.join(quote(c.text(k)) for k in ('mechanism', 'onset', 'clears', 'improves'))
            rows.append(f'    {{{i}, {quote(c.name)}, {quote(c.text("name"))}, '
                        f'{quote(c.text("clinical"))}, {kinds[c.cause_kind]}, '
                        f'{", ".join(real(x) for x in c.prior)}, {self.basis(c.prior_basis)}, '
                        f'{sites}, {len(c.sites)}, {self.basis(c.site_basis)}, {texts}, '
                        f'FF_{c.see.upper()}, {quote(c.text("see_whom"))}, {quote(c.text("weak"))}, '
                        f'{self.reference("cause", c.text("form_of")) if c.text("form_of") else "NULL"}, '
                        f'{quote(c.text("also"))}}}')
        self.table('ff_cause', 'causes', rows)

    def fact_table(self):
        rows = []
        for i, f in enumerate(self.facts):
            pairs = lambda items, ranges: [
                f'{{{quote(a)}, {quote(b)}, {real(ranges.get(a, (0, 0))[0])}, '
                f'{real(ranges.get(a, (0, 0))[1])}}}' for a, b in items]
            levels = self.array('ff_level', f'levels_{i}', pairs(f.levels, f.ranges))
            skips = self.array('ff_level', f'skips_{i}', pairs(f.skips, {}))
            background = self.array('double', f'background_{i}', [real(x) for x in f.background])
            likelihoods = []
            for j, (cause, p, basis) in enumerate(f.rows):
                chances = self.array('double', f'p_{i}_{j}', [real(x) for x in p])
                likelihoods.append(f'{{{self.reference("cause", cause)}, {chances}, {self.basis(basis)}}}')
            table = self.array('ff_likelihood', f'likelihoods_{i}', likelihoods)
            group = self.reference('group', f.text('group')) if f.text('group') else 'NULL'
            page = self.reference('page', f.text('page')) if f.text('page') else 'NULL'
            safety = self.reference('flag', f.text('safety')) if f.text('safety') else 'NULL'
            ticked_by = self.array('ff_flag *const', f'ticked_by_{i}',
                                   [self.reference('flag', n) for n in f.ticked_by])
            texts = ', '.join(quote(f.text(k)) for k in ('question', 'why', 'help', 'from_data',
                                                     'unit'))
            rows.append(f'    {{{i}, {quote(f.name)}, {quote(f.text("short"))}, {quote(f.text("kind"))}, {f.text("tier")}, '
                        f'{real(f.seconds)}, {texts}, {str(f.yes_no).lower()}, {levels}, '
                        f'{len(f.levels)}, {skips}, {len(f.skips)}, {background}, '
                        f'{self.basis(f.background_basis)}, {table}, {len(likelihoods)}, {group}, '
                        f'{str(bool(f.get("figures"))).lower()}, {safety}, {ticked_by}, '
                        f'{len(f.ticked_by)}, {page}, {quote(f.text("line"))}, '
                        f'{quote(f.text("evidence"))}}}')
        self.table('ff_fact', 'facts', rows)

    def page_table(self, blocks):
        rows = []
        for i, p in enumerate(blocks['page'].values()):
            lines = self.array('ff_fact *const', f'lines_{i}', [
                self.reference('finding', f.name) for f in self.facts if f.text('page') == p.name])
            count = sum(f.text('page') == p.name for f in self.facts)
            rows.append(f'    {{{i}, {quote(p.name)}, {quote(p.text("title"))}, {quote(p.text("why"))}, '
                        f'{str(p.text("unticked") == "no").lower()}, {lines}, {count}}}')
        self.table('ff_page', 'pages', rows)

    def term(self, t):
        parts = {'kind': 'FF_TERM_' + t[0]}
        if t[0] == 'TICKED':
            parts['flag'] = self.reference('flag', t[1])
        elif t[0] in ('FACT', 'UNKNOWN', 'SAID', 'MEASURED'):
            parts['fact'] = self.reference('finding', t[1])
            if t[0] != 'UNKNOWN':
                parts['levels'] = f'UINT64_C(0x{t[2]:x})'
            if t[0] == 'FACT':
                parts['negated'] = str(t[3]).lower()
        elif t[0] == 'BOTH_FEET':
            parts['fact'] = self.reference('finding', t[1])
        elif t[0] == 'AGE':
            parts['fact'] = self.reference('finding', 'age')
            parts['low'], parts['high'] = real(t[1]), real(t[2])
        elif t[0] == 'FAILED':
            parts['low'] = real(t[1])
        elif t[0] == 'REGION':
            parts['regions'], parts['sides'] = self.mask(t[1]), f'{t[2]}u'
        return '{' + ', '.join(f'.{k} = {v}' for k, v in parts.items()) + '}'

    def rules(self, b, label):
        rules = []
        for j, (text, terms) in enumerate(b.rules):
            table = self.array('ff_term', f'terms_{label}_{j}', [self.term(t) for t in terms])
            rules.append(f'{{{table}, {len(terms)}, {quote(text)}}}')
        return self.array('ff_rule', f'rules_{label}', rules)

    def contradiction_table(self, blocks):
        rows = []
        for i, c in enumerate(blocks['contradiction'].values()):
            fact = self.reference('finding', c.text('counts')) if c.counts == 'fact' else 'NULL'
            rows.append(f'    {{{i}, {quote(c.name)}, {quote(c.text("says"))}, {quote(c.text("do"))}, '
                        f'FF_COUNTS_{c.counts.upper()}, {fact}, {self.rules(c, f"c{i}")}, '
                        f'{len(c.rules)}}}')
        self.table('ff_contradiction', 'contradictions', rows)

    def flag_table(self):
        rows = []
        for i, f in enumerate(self.flags):
            table = self.rules(f, f'{i}')
            texts = ', '.join(quote(f.text(k)) for k in ('ask', 'why', 'act'))
            rows.append(f'    {{{i}, {quote(f.name)}, FF_{LEVELS[f.level].upper()}, {texts}, '
                        f'{self.basis(f.basis)}, {table}, {len(f.rules)}, '
                        f'{"true" if f.text("alone") == "yes" else "false"}}}')
        self.table('ff_flag', 'flags', rows)

    def remedy_table(self, blocks):
        remedies = blocks['remedy']
        rows = []
        for i, r in enumerate(remedies.values()):
            effects = self.array('ff_effect', f'effects_{i}', [
                f'{{{self.reference("cause", n)}, {real(mean)}, {real(sd)}, {self.basis(basis)}}}'
                for n, mean, sd, basis in r.effects])
            other = sorted(set(r.not_with) | {o.name for o in remedies.values() if r.name in o.not_with},
                           key=lambda n: self.place['remedy'][n])
            apart = self.array('ff_remedy *const', f'not_with_{i}',
                               [self.reference('remedy', n) for n in other])
            yes = lambda key: 'true' if r.text(key) == 'yes' else 'false'
            rows.append(f'    {{{i}, {quote(r.name)}, {str(r.text("kind") == "visit").lower()}, '
                        f'{quote(r.text("name"))}, {quote(r.text("how"))}, {quote(r.text("dose"))}, '
                        f'FF_COST_{r.text("cost").upper()}, '
                        f'FF_ACTS_{(r.text("acts") or ACTS[0]).upper()}, {quote(r.text("judge"))}, '
                        f'{quote(r.text("see_whom"))}, {effects}, {len(r.effects)}, {apart}, '
                        f'{len(other)}, {yes("with_flag")}, {yes("while_worsening")}, '
                        f'{quote(r.text("weak"))}}}')
        self.table('ff_remedy', 'remedies', rows)

    def whole(self, blocks):
        model = next(iter(blocks['model'].values()))
        v = model.values
        plain = ['region_core', 'region_border', 'region_outside', 'beside', 'site_slip', 'site_part',
                 'site_part_extent', 'site_power', 'home_sensitivity',
                 'home_false_positive', 'home_false_positive_cap', 'p_cap', 'odds_a', 'odds_b', 'odds_c',
                 'change_chance', 'change_together', 'try_margin', 'ask_level', 'ask_try',
                 'ask_leader', 'ask_movement', 'page_seconds', 'line_seconds', 'choice_seconds',
                 'question_seconds', 'cost_free', 'cost_cheap', 'cost_costly',
                 'no_effect_sd']
        mass = ', '.join(f'[FF_{l.upper()}] = {real(v["level_" + l])}' for l in LEVELS[1:])
        count = lambda kind: sum(c.cause_kind == kind for c in self.causes)
        parts = [f'.sources = sources, .source_count = {len(blocks["source"])}',
                 f'.regions = regions, .region_count = {len(blocks["region"])}',
                 f'.maps = maps, .map_count = {len(blocks["map"])}',
                 f'.causes = causes, .cause_count = {len(self.causes)}',
                 f'.contributor_count = {count("contributor")}, .diagnosis_count = {count("diagnosis")}',
                 f'.groups = groups, .group_count = {len(blocks["group"])}',
                 f'.pages = pages, .page_count = {len(blocks["page"])}',
                 f'.facts = facts, .fact_count = {len(self.facts)}',
                 f'.flags = flags, .flag_count = {len(self.flags)}',
                 f'.contradictions = contradictions, .contradiction_count = {len(blocks["contradiction"])}',
                 f'.remedies = remedies, .remedy_count = {len(blocks["remedy"])}',
                 f'.routines = routines, .routine_count = {len(blocks["routine"])}',
                 f'.home_tests = home_tests, .home_test_count = {len(blocks["home_test"])}',
                 f'.pictures = pictures, .picture_count = {len(blocks["picture"])}', '.pad = &pad_rule',
                 f'.habits = habits, .habit_count = {len(blocks["habit"])}',
                 '.model = {' + ', '.join(f'.{k} = {real(v[k])}' for k in plain) +
                 f', .level_mass = {{{mass}}}}}',
                 f'.not_weighed = {quote(model.text("not_weighed"))}', f'.version = {quote(self.version)}']
        self.line('const ff_knowledge ff_knowledge_built_in = {\n    ' + ',\n    '.join(parts) + ',\n};')


def load(paths):
    """The checked blocks and the fingerprint of the text."""
    checker, digest = Checker(), hashlib.sha256()
    for path in sorted(paths, key=os.path.basename):
        with open(path, 'rb') as f:
            digest.update(f.read())
        checker.read(path)
    checker.check()
    return checker, digest.hexdigest()[:12]


def main(arguments):
    out = None
    if arguments[:1] == ['--c'] and len(arguments) > 2:
        out, arguments = arguments[1], arguments[2:]
    if not arguments or arguments[0].startswith('-'):
        sys.exit(__doc__)
    checker, version = load(arguments)
    if checker.errors:
        for (path, number), message in checker.errors:
            print(f'{path}:{number}: {message}', file=sys.stderr)
        print(f'{len(checker.errors)} to put right; nothing was written', file=sys.stderr)
        return 1
    if out:
        text = Writer(checker, version).write()
        with open(out, 'w', encoding='utf-8') as f:
            f.write(text)
    else:
        print(', '.join(f'{kind} {len(b)}' for kind, b in checker.blocks.items()))
        cells = [basis[0] for f in checker.blocks['finding'].values() for _, _, basis in f.rows]
        print('chances of answers by class: ' + ', '.join(f'{c} {cells.count(c)}' for c in "abc"))
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
