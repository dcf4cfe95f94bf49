#!/usr/bin/env python3
"""Writes the pages of docs/knowledge from the text of knowledge/: every cause, finding, flag,
contradiction, remedy and source with its numbers.

usage: tools/knowledge_pages.py           write the pages
       tools/knowledge_pages.py --check   say which pages are not what the text says; status 1 then

The same text gives the same pages, to the byte.
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from knowledge import ACTS, LEVELS, load  # noqa: E402

ACTING = dict(zip(ACTS, ('at once', 'slowly: more with each run in a row',
                         'by weeks: a trial can only say that numbness goes with it'), strict=True))

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / 'docs' / 'knowledge'
COMMAND = 'python3 tools/knowledge_pages.py'
CLASSES = {'a': 'read in a source', 'b': 'recalled', 'c': 'judgement'}
LEVEL_WORDS = {'emergency': 'emergency care now', 'same_day': 'a doctor today',
               'within_days': 'a doctor within days', 'routine': 'have it looked at, no hurry',
               'self_care': 'nothing calls for a doctor'}
MAP_KIND_WORDS = {'nerve': 'a nerve', 'pressure': 'a place that is pressed', 'other': 'neither a nerve nor a place that is pressed'}
KIND_WORDS = {'contributor': 'plays a part, perhaps with others', 'diagnosis': 'an illness; at most one',
              'none': 'nothing found'}
PAGE_OF = {'cause': 'causes.md', 'finding': 'findings.md', 'flag': 'flags.md', 'remedy': 'remedies.md',
           'source': 'sources.md', 'contradiction': 'contradictions.md', 'map': 'maps.md',
           'region': 'maps.md', 'routine': 'routines.md', 'home_test': 'home_tests.md'}
# A cause's table shows answers that are so many times as likely, or less likely, with it.
LEAST_RATIO = 1.5


class Pages:
    def __init__(self, checker, version):
        self.blocks, self.version = checker.blocks, version
        self.model = next(iter(self.blocks['model'].values())).values
        self.page, self.lines = '', []

    # --- parts ---------------------------------------------------------------------------------

    def add(self, *lines):
        self.lines.extend(lines)

    def link(self, kind, name, text=None):
        page = PAGE_OF[kind]
        return f'[{text or name}]({"" if page == self.page else page}#{name.lower()})'

    def words(self, text):
        """Text of the knowledge in Markdown: nothing in it is markup, sources are links."""
        text = re.sub(r'([*<>`|\\])', r'\\\1', text)
        name = lambda m: self.link('source', m.group(0)) if m.group(0) in self.blocks['source'] else m.group(0)
        return re.sub(r'\[([SR]\d[^\]]*)\]', lambda m: '(' + re.sub(r'\b[SR]\d+\b', name, m.group(1)) + ')', text)

    def sources(self, names):
        return ', '.join(self.link('source', n) for n in names)

    def basis(self, basis):
        cls, names, note = basis
        return '; '.join(filter(None, [f'{cls} ({CLASSES[cls]})', self.sources(names), self.words(note)]))

    def basis_cells(self, basis):
        return f'{basis[0]} | {self.sources(basis[1])} | {self.words(basis[2])}'

    def fact(self, label, text):
        if text:
            self.add(f'- **{label}:** {text}')

    def table(self, head, rows):
        if rows:
            self.add(*[''] * (self.lines[-1] != ''), '| ' + ' | '.join(head) + ' |', '|' + '---|' * len(head))
            self.add(*('| ' + ' | '.join(row) + ' |' for row in rows))

    def begin(self, page, title, *intro):
        self.page = page
        self.lines = [f'<!-- Written by {COMMAND} from knowledge/. Change the text there, not this. -->',
                      f'# {title}', '', *intro]

    def end(self):
        return '\n'.join(self.lines) + '\n'

    # --- numbers -------------------------------------------------------------------------------

    def background(self, finding, level):
        """As the program uses it: a clinician's test done at home errs more (docs/reasoning.md)."""
        if not finding.get('figures'):
            return finding.background[level]
        p, m = finding.background[0], self.model
        yes = max(p, min(p * m['home_false_positive'], m['home_false_positive_cap']))
        return [yes, 1 - yes][level]

    def chance(self, finding, p, level):
        if not finding.get('figures'):
            return p[level]
        home, stated = self.background(finding, 0), finding.background[0]
        yes = max(p[0] * self.model['home_sensitivity'], home) if p[0] > stated else p[0] * home / stated
        return [yes, 1 - yes][level]

    def evidence_of(self, cause):
        """(ratio, finding, level, class, sources) of every answer that tells something."""
        found = []
        for finding in self.blocks['finding'].values():
            for name, p, basis in finding.rows:
                for level in range(len(finding.levels)) if name == cause.name else ():
                    ratio = self.chance(finding, p, level) / self.background(finding, level)
                    cls = 'c' if finding.get('figures') else max(basis[0], finding.background_basis[0])
                    found.append((ratio, finding, level, cls, basis[1]))
        return found

    # --- pages ---------------------------------------------------------------------------------

    def index(self):
        self.begin('README.md', 'What footfall knows',
                   'These pages show all that footfall knows of numb feet, with every number and where it '
                   'comes from. They are', 'written by a program from the text in `knowledge/`, which is what '
                   'counts; [knowledge/README.md](../../knowledge/README.md)', 'tells how to change it, and '
                   '[reasoning.md](../reasoning.md) what is done with the numbers.', '',
                   '**Nearly every number here is judgement.** It has not been tested on patients, and nothing '
                   'here is a diagnosis.', '', f'Knowledge {self.version}.', '')
        cells = [basis[0] for f in self.blocks['finding'].values() for _, _, basis in f.rows]
        count = lambda kind: str(len(self.blocks[kind]))
        self.table(['page', 'what it shows', 'how many'], [
            ['[causes](causes.md)', 'what may make a foot numb, how often, and what speaks for and against it',
             count('cause')],
            ['[findings](findings.md)', 'what is asked, measured or tested, and how likely each answer is under '
             'each cause', count('finding')],
            ['[flags](flags.md)', 'the rules that come before every probability', count('flag')],
            ['[contradictions](contradictions.md)', 'answers that cannot both be true', count('contradiction')],
            ['[remedies](remedies.md)', 'what to try, and what to expect of it', count('remedy')],
            ['[routines](routines.md)', 'what to do with the body, exercise by exercise', count('routine')],
            ['[home tests](home_tests.md)', 'how each is done, and what its result says', count('home_test')],
            ['[maps](maps.md)', 'where each nerve and each pressure is felt', count('map')],
            ['[sources](sources.md)', 'what the numbers rest on', count('source')]])
        self.add('', 'Each number has a class, which also says how far it may be off: its odds lie within a '
                 'factor.')
        self.table(['class', 'means', 'odds within', 'chances of answers'], [
            [c, CLASSES[c], f'x {self.model["odds_" + c]:g}', str(cells.count(c))] for c in 'abc'])
        return self.end()

    def causes(self):
        self.begin('causes.md', 'Causes',
                   'A prior is the share of runners with numb feet in whom the cause is the main one; beside it '
                   'its stated range. A ratio', 'says how many times as likely an answer is with the cause as '
                   f'without it (background); below {1 / LEAST_RATIO:.2g} it speaks against it.',
                   f'Answers between {1 / LEAST_RATIO:.2g} and {LEAST_RATIO:g} are left out. Tests with a '
                   'clinician\'s figures are shown as done at home.', '')
        self.table(['cause', 'in words', 'prior', 'range', 'class', 'see'], [
            [self.link('cause', c.name), self.words(c.text('name')), f'{c.prior[0]:g}',
             f'{c.prior[1]:g} to {c.prior[2]:g}', c.prior_basis[0], LEVEL_WORDS[c.see]]
            for c in self.blocks['cause'].values()])
        for cause in self.blocks['cause'].values():
            self.cause(cause)
        return self.end()

    def cause(self, cause):
        self.add('', f'## {cause.name}', '', f'**{self.words(cause.text("name"))}** '
                 f'({self.words(cause.text("clinical"))})', '')
        self.fact('Kind', KIND_WORDS[cause.cause_kind])
        self.fact('Prior', '{:g} ({:g} to {:g}); '.format(*cause.prior) + self.basis(cause.prior_basis))
        self.fact('Felt', ', '.join(f'{self.link("map", m)} {w:g} ({self.words(self.blocks["map"][m].text("name"))})'
                                    for m, w in cause.sites) + '; ' + self.basis(cause.site_basis))
        for label, key in (('How it comes about', 'mechanism'), ('Begins', 'onset'), ('Clears', 'clears'),
                           ('Improves', 'improves')):
            self.fact(label, self.words(cause.text(key)))
        self.fact('Who to see', f'{self.words(cause.text("see_whom"))} ({LEVEL_WORDS[cause.see]})')
        self.fact('Weak', self.words(cause.text('weak')))
        helps = [(mean, r.name, sd, basis) for r in self.blocks['remedy'].values()
                 for name, mean, sd, basis in r.effects if name == cause.name and mean > 0]
        self.table(['remedy', 'effect', 'class', 'sources', 'note'], [
            [self.link('remedy', name), f'{mean:g}' + (f' sd {sd:g}' if sd else ' (a visit)'), self.basis_cells(basis)]
            for mean, name, sd, basis in sorted(helps, key=lambda h: (-h[0], h[1]))])
        self.evidence(cause)

    def evidence(self, cause):
        found = [e for e in self.evidence_of(cause) if max(e[0], 1 / e[0]) >= LEAST_RATIO]
        for title, sign in (('speaks for it', -1), ('speaks against it', 1)):
            chosen = sorted((e for e in found if (e[0] > 1) == (sign < 0)),
                            key=lambda e: (sign * e[0], e[1].name, e[2]))
            self.table([title, 'answer', 'ratio', 'class', 'sources'], [
                [self.link('finding', f.name, self.words(f.text('short'))), self.words(f.levels[level][1]),
                 f'{ratio:.2g}', cls, self.sources(names)] for ratio, f, level, cls, names in chosen])

    def findings(self):
        self.begin('findings.md', 'Findings',
                   'What is asked, measured or tested. Chances are in percent; the first row is the background, of '
                   'runners whose cause does', 'not speak about it. A cause without a row is as the background. '
                   'Tier 1 is an easy question, 2 is', 'asked when it is worth its time, 3 needs equipment. '
                   'The seconds are judged.', '')
        self.table(['finding', 'in words', 'kind', 'tier', 'group'], [
            [self.link('finding', f.name), self.words(f.text('short')), f.text('kind'), f.text('tier'),
             f.text('group')] for f in self.blocks['finding'].values()])
        self.add('', '## Groups', '', 'Answers of a group say much the same: together they count less.', '')
        for group in self.blocks['group'].values():
            self.fact(group.name, self.words(group.text('why')))
        self.pages()
        for finding in self.blocks['finding'].values():
            self.finding(finding)
        return self.end()

    def pages(self):
        self.add('', '## Pages', '', 'Short lines that are gone through together, on one screen. A page that is left '
                 'out says nothing.', '')
        self.table(['page', 'title', 'a line left unticked', 'lines'], [
            [page.name, self.words(page.text('title')),
             'is denied' if page.text('unticked') == 'no' else 'says nothing',
             ', '.join(self.link('finding', f.name) for f in self.blocks['finding'].values()
                       if f.text('page') == page.name)]
            for page in self.blocks['page'].values()])

    def finding(self, f):
        self.add('', f'## {f.name}', '', f'**{self.words(f.text("question"))}**', '')
        self.fact('Why', self.words(f.text('why')))
        self.fact('How', self.words(f.text('help')))
        self.fact('From runs or a measurement', self.words(f.text('from_data')))
        self.fact('Asked', f'{f.text("kind")}, tier {f.text("tier")}, {f.text("seconds")} seconds' +
                  (f', group {f.text("group")}' if f.text('group') else '') +
                  (f', on the checklist as {self.link("flag", f.text("safety"))}' if f.text('safety') else ''))
        self.fact('Line of a page', f.get('line') and f'"{self.words(f.text("line"))}" on [{f.text("page")}](#pages)')
        self.fact('A tick that says yes', ', '.join(self.link('flag', n) for n in f.ticked_by))
        self.fact('Answers', '; '.join(f'`{a}` {self.words(b)}' for a, b in f.levels) + '. No evidence: ' +
                  '; '.join(f'`{a}` {self.words(b)}' for a, b in f.skips))
        self.fact('Figures', f.get('figures') and "a clinician's; done at home they are discounted")
        self.fact('Evidence', self.words(f.text('evidence')))
        shown = range(1) if f.yes_no else range(len(f.levels))
        percent = lambda p: [f'{100 * p[i]:.3g}' for i in shown]
        self.table(['cause', *(f.levels[i][0] for i in shown), 'class', 'sources', 'note'],
                   [['background', *percent(f.background), self.basis_cells(f.background_basis)]] +
                   [[self.link('cause', name), *percent(p), self.basis_cells(basis)] for name, p, basis in f.rows])

    def rule(self, text):
        return '`' + text + '`'

    def flags(self):
        self.begin('flags.md', 'Red flags',
                   'Rules that come before every probability and that none outvotes. A flag fires when one of its '
                   'lines holds. `!=`: not known', 'to be that; `both feet`: said, or both drawn; `failed`: changes '
                   'that did not help.')
        for level in reversed(LEVELS):
            flags = [f for f in self.blocks['flag'].values() if f.text('level') == level]
            if flags:
                self.add('', f'# {LEVEL_WORDS[level].capitalize()}')
            for flag in flags:
                self.add('', f'## {flag.name}', '')
                self.fact('On the checklist', self.words(flag.text('ask')))
                self.fact('Why', self.words(flag.text('why')))
                self.fact('What to do', self.words(flag.text('act')))
                self.fact('Alone', flag.text('alone') == 'yes' and 'nothing else is offered while it holds')
                self.fact('Basis', self.basis(flag.basis))
                self.add('- **When:**', *(f'  - {self.rule(text)}' for text, _ in flag.rules))
        return self.end()

    def contradictions(self):
        counts = {'neither': 'none of them', 'runs': 'what runs or a measurement tell',
                  'sites': 'the drawing'}
        self.begin('contradictions.md', 'Contradictions',
                   'Answers that cannot both be true. Both are shown, the graver raises its red flag, and what does '
                   'not count is left out of', 'the causes until one of them is corrected.')
        for c in self.blocks['contradiction'].values():
            self.add('', f'## {c.name}', '')
            self.fact('Says', self.words(c.text('says')))
            self.fact('What to do', self.words(c.text('do')))
            self.fact('Counts for the causes', counts.get(c.text('counts')) or
                      self.link('finding', c.text('counts')))
            self.add('- **When:**', *(f'  - {self.rule(text)}' for text, _ in c.rules))
        return self.end()

    def remedies(self):
        self.begin('remedies.md', 'Remedies',
                   'What to try. An effect is the mean and SD of the change in log(time until numbness) when the cause '
                   'is the true one: 0.69 is', 'twice as late. The worth of a visit stands on the same scale.')
        for r in self.blocks['remedy'].values():
            self.add('', f'## {r.name}', '', f'**{self.words(r.text("name"))}**', '')
            for label, key in (('How', 'how'), ('How much', 'dose'), ('Cost', 'cost'), ('Judge it after', 'judge'),
                               ('Whom to see', 'see_whom')):
                self.fact(label, self.words(r.text(key)))
            if r.text('kind') == 'change':
                self.fact('Acts', ACTING[r.text('acts') or ACTS[0]])
            apart = set(r.not_with) | {o.name for o in self.blocks['remedy'].values() if r.name in o.not_with}
            self.fact('Not together with', ', '.join(self.link('remedy', n) for n in sorted(apart)))
            self.fact('Loads', self.words(r.text('loads')))
            self.fact('While waiting for a doctor', r.text('with_flag'))
            self.fact('While it gets worse week by week', r.text('while_worsening'))
            self.fact('Weak', self.words(r.text('weak')))
            self.table(['cause', 'effect', 'class', 'sources', 'note'], [
                [self.link('cause', name), f'{mean:g}' + (f' sd {sd:g}' if sd else ''), self.basis_cells(basis)]
                for name, mean, sd, basis in r.effects])
        return self.end()

    def routines(self):
        self.begin('routines.md', 'Routines',
                   'What to do with the body. The doses and what is known stand with their class and sources; the pictures are '
                   'drawn by', "`footfall routine NAME --svg`.")
        for r in self.blocks['routine'].values():
            self.add('', f'## {r.name}', '', f'**{self.words(r.text("name"))}**', '')
            self.fact('Why', self.words(r.text('why')))
            self.fact('Remedy', r.remedy and self.link('remedy', r.remedy))
            self.fact('When', self.words(r.text('times')) + f'; days a week: {r.days:g}; ' * (r.days > 0) +
                      '; ' * (r.days == 0) + self.basis(r.days_basis))
            for label, key in (('Not', 'not_for'), ('Stop', 'stop'), ('More', 'progress')):
                self.fact(label, self.words(r.text(key)))
            self.fact('Ask someone first', ', '.join(
                f'{self.link("finding", fact)}' for fact, _ in r.cautions))
            self.fact('Pulls at a nerve', r.text('pulls'))
            self.fact('What is known', f'{self.words(r.known_words)} {self.basis(r.known_basis)}')
            self.fact('Acts', not r.remedy and r.acts.replace('_', ' '))
            self.fact('Judge it after', r.judge_words and f'{self.words(r.judge_words)}; {self.basis(r.judge_basis)}')
            self.fact('Whom to see', self.words(r.text('see_whom')))
            self.fact('Weak', self.words(r.text('weak')))
            self.table(['exercise', 'in words', 'dose', 'class', 'sources', 'note', 'steps'], [
                [e.name, self.words(e.text('name')), self.words(e.get('dose').value.split('|')[0].strip()),
                 self.basis_cells(e.dose_basis), self.words(' '.join(l.value for l in e.all('step')))]
                for e in r.exercises])
        self.pad()
        self.habits()
        return self.end()

    def habits(self):
        self.add('', '## habits', '', 'The six ways to keep numbness away, as `footfall habits` tells them.', '')
        self.table(['habit', 'in words', 'advice', 'class', 'sources', 'note', 'to act', 'look again after (days)'], [
            [h.name, self.words(h.text('name')), self.words(h.advice_words), self.basis_cells(h.advice_basis),
             self.words(h.text('act')), ', '.join(map(str, h.again)) + ' when acting, unknown, fitting']
            for h in self.blocks['habit'].values()])

    def pad(self):
        p = next(iter(self.blocks['pad'].values()))
        self.add('', f'## {p.name}', '', f'**{self.words(p.text("name"))}**, drawn by `footfall pad`', '')
        self.fact('Remedy', self.link('remedy', p.text('remedy')))
        for label, key in (('How', 'how'), ('Put it there', 'steps'), ('Check', 'check'), ('Stop', 'stop'),
                           ('Not', 'not_for'), ('Weak', 'weak')):
            self.fact(label, self.words(p.text(key)))
        self.table(['number', 'value', 'class', 'sources', 'note'], [
            [key, ' '.join(f'{x:g}' for x in values), self.basis_cells(basis)] for key, (values, basis) in p.numbers.items()])

    def home_tests(self):
        self.begin('home_tests.md', 'Home tests',
                   'How each is done, what counts, and what to do with the result. An error says how far one reading may be from '
                   'the truth', '(95 in 100); where it reaches over a limit, the result is "cannot tell".')
        for t in self.blocks['home_test'].values():
            self.add('', f'## {t.name}', '', f'**{self.words(t.text("name"))}**', '')
            self.fact('Answers', self.link('finding', t.text('finding')))
            self.fact('Needs', self.words(t.text('needs')))
            self.fact('Loads the foot', t.text('loads'))
            for label, key in (('Not', 'not_for'), ('Stop', 'stop'), ('What counts', 'counts')):
                self.fact(label, self.words(t.text(key)))
            self.fact('How sure', f'{self.words(t.reliable_words)} {self.basis(t.reliable_basis)}')
            self.add('', *(f'{i + 1}. {self.words(l.value)}' for i, l in enumerate(t.all('step'))))
            self.table(['read in', 'limits', 'error', 'class', 'sources', 'note'], [
                [m['unit'], self.words('; '.join(f'{a} {s} {x:g}' for a, s, x in m['limits'])), f'{m["error"]:g}',
                 self.basis_cells(m['basis'])] for m in t.measures])
            told = lambda key, level: self.words(next(l.value for l in t.all(key) if l.word == level))
            self.table(['result', 'what it says', 'what to do', 'see'], [
                [level, told('means', level), told('do', level), LEVEL_WORDS[t.see[level]] if level in t.see else '']
                for level in t.levels] + [['unsure', '', told('do', 'unsure'), '']])
        return self.end()

    def maps(self):
        self.begin('maps.md', 'Maps',
                   'Where numbness is felt when one nerve, or one place of pressure, is at fault. Each region is '
                   'marked with a chance of '
                   f'{self.model["region_core"]:g} (core),', f'{self.model["region_border"]:g} (border) or '
                   f'{self.model["region_outside"]:g} (elsewhere).', '', '## Regions')
        self.table(['region', 'in words', 'group'], [
            [r.name, self.words(r.text('name')), r.text('group')] for r in self.blocks['region'].values()])
        names = lambda regions: ', '.join(f'{n} ({self.words(self.blocks["region"][n].text("name"))})'
                                          for n in regions)
        for m in self.blocks['map'].values():
            self.add('', f'## {m.name}', '', f'**{self.words(m.text("name"))}**', '')
            self.fact('Kind', MAP_KIND_WORDS[m.map_kind])
            self.fact('Core', names(m.core))
            self.fact('Border', names(m.border))
            self.fact('Basis', self.basis(m.basis))
            users = [c.name for c in self.blocks['cause'].values() if m.name in dict(c.sites)]
            self.fact('Causes', ', '.join(self.link('cause', n) for n in users))
        return self.end()

    def source_list(self):
        self.begin('sources.md', 'Sources',
                   'S: read for footfall, as far as is said. R: recalled, not read again. Several of those read were '
                   'abstracts, mirrors or', 'leaflets: go to the original before you rely on one.')
        for s in self.blocks['source'].values():
            address = s.text('address')
            shown = f'<{address}>' if re.match(r'\w+://', address) else self.words(address)
            self.add('', f'## {s.name}', '', self.words(s.text('title')), '')
            self.fact('Read', self.words(s.text('seen')))
            self.fact('Address', address and shown)
        return self.end()

    def all(self):
        return {'README.md': self.index(), 'causes.md': self.causes(), 'findings.md': self.findings(),
                'flags.md': self.flags(), 'contradictions.md': self.contradictions(),
                'remedies.md': self.remedies(), 'routines.md': self.routines(),
                'home_tests.md': self.home_tests(), 'maps.md': self.maps(), 'sources.md': self.source_list()}


def pages_of(paths):
    checker, version = load(paths)
    if checker.errors:
        (path, line), message = checker.errors[0]
        sys.exit(f'{path}:{line}: {message}\nThe knowledge has mistakes; no page was written.')
    return Pages(checker, version).all()


def stale(pages, folder):
    """Names of pages that differ, are missing, or should not be there."""
    there = {path.name for path in folder.glob('*.md')}
    differ = [name for name, text in pages.items()
              if name not in there or (folder / name).read_text(encoding='utf-8') != text]
    return sorted(differ + list(there - set(pages)))


def main(arguments):
    if arguments not in ([], ['--check']):
        sys.exit(__doc__)
    pages = pages_of(sorted(map(str, (ROOT / 'knowledge').glob('*.txt'))))
    if arguments:
        old = stale(pages, OUT)
        for name in old:
            print(f'{(OUT / name).relative_to(ROOT)} is not what knowledge/ says; run: {COMMAND}')
        return 1 if old else 0
    OUT.mkdir(exist_ok=True)
    for path in OUT.glob('*.md'):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (OUT / name).write_text(text, encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
