"""What tools/knowledge.py checks and writes of the body: routines, their exercises, home tests, pictures, and the pad.

knowledge/README.md describes the format.
"""
import re

import knowledge_pictures as pictures

NEEDS_BASIS = 'add " | c judgement" or a class with its sources'

# Keys of each kind of block: those that must be there, those that may.
KEYS = {
    'picture': (['title', 'height', 'says', 'draw'], []),
    'routine': (['name', 'why', 'times', 'days', 'progress', 'known', 'not_for', 'stop', 'see_whom', 'pulls'],
                ['remedy', 'acts', 'judge', 'weak', 'caution']),
    'exercise': (['name', 'routine', 'picture', 'dose', 'step', 'feel'], []),
    'home_test': (['name', 'finding', 'picture', 'needs', 'loads', 'step', 'counts', 'reliable', 'not_for', 'stop'], ['sum']),
    'pad': (['name', 'remedy', 'behind', 'ball', 'width', 'size', 'heads', 'across', 'move', 'how', 'check', 'steps', 'stop', 'not_for', 'weak'],
            []),
    'habit': (['name', 'remedy', 'advice', 'act', 'fits', 'unknown', 'again', 'ask'], []),
}
WORDED = {'home_test': ['measure', 'difference', 'means', 'do', 'see']}
# Keys that may stand several times in a block, in order.
REPEATED = {('picture', 'draw'), ('exercise', 'step'), ('home_test', 'step')}
HINTS = {
    'step': 'add what to do, "step: ...", a line each',
    'reliable': 'add how well it agrees with itself, "reliable: ... | c judgement"',
    'known': 'add what studies show, "known: ... | c judgement"',
    'pulls': 'add "pulls: no", or yes where it pulls at a nerve',
    'loads': 'add "loads: no", or yes where it puts more on the foot than standing still on both',
    'not_for': 'add when not to do it, "not_for: ..."',
}
SEE = ['routine', 'within_days', 'same_day', 'emergency']
ACTS = ['at_once', 'slowly', 'by_weeks']  # the first when nothing is said
MOST_MEASURES, MOST_LIMITS = 2, 3


class BodyChecks:
    """A part of the Checker: needs its fail, split, basis, number, known, one_of, blocks."""

    def check_picture(self, b):
        b.height = self.number(b, b.get('height'), b.text('height'), 0, 1000) if b.get('height') else 0
        b.shapes = []
        for line in b.all('draw'):
            try:
                shapes = pictures.shapes_of(line.value)
            except pictures.Trouble as e:
                self.fail(line.place, f'{b}: {e}')
                continue
            if any(pictures.outside(s, b.height) for s in shapes):
                self.fail(line.place, f'{b}: "{line.value[:30]}" goes off the picture, {pictures.WIDTH} wide and '
                          f'{b.height:g} high')
            b.shapes += shapes

    def check_routine(self, b):
        b.remedy = b.text('remedy')
        if b.remedy and self.known(b, b.get('remedy'), 'remedy', b.remedy):
            if self.blocks['remedy'][b.remedy].text('kind') != 'change':
                self.fail(b.get('remedy').place, f'{b}: remedy {b.remedy} is someone to see, not a routine')
        b.days, b.days_basis = 0, ('c', [], '')
        if b.get('days'):
            value, b.days_basis = self.split(b, b.get('days'))
            b.days = 0 if value == 'each run' else self.number(b, b.get('days'), value, 0, 7.5)
        b.known_words, b.known_basis = self.told(b, 'known')
        b.judge_words, b.judge_basis = self.told(b, 'judge') if b.get('judge') else ('', ('c', [], ''))
        b.acts = self.one_of(b, 'acts', ACTS)
        if b.remedy and b.get('acts'):
            self.fail(b.get('acts').place, f'{b}: how soon it acts stands at its remedy {b.remedy}; leave it out here')
        self.one_of(b, 'pulls', ['no', 'yes'])
        b.cautions = [self.caution(b, c.strip()) for c in b.text('caution').split(',') if c.strip()]
        b.exercises = [e for e in self.blocks['exercise'].values() if e.text('routine') == b.name]
        if not b.exercises:
            self.fail(b.place, f'{b} has no exercise; add one with "routine: {b.name}"')

    def caution(self, b, text):
        line = b.get('caution')
        match = re.match(r'(\w+) = (\w+)$', text)
        if not match:
            self.fail(line.place, f'{b}: "{text}" is no answer; write "caution: t_slump = yes"')
            return None
        if not self.known(b, line, 'finding', match.group(1)):
            return None
        levels = [l.word for l in self.blocks['finding'][match.group(1)].all('level')] or ['yes', 'no']
        if match.group(2) not in levels:
            self.fail(line.place, f'{b}: {match.group(1)} has no answer "{match.group(2)}"; it has {", ".join(levels)}')
            return None
        return (match.group(1), levels.index(match.group(2)))

    def told(self, b, key):
        line = b.get(key)
        return self.split(b, line) if line else ('', ('c', [], ''))

    def check_exercise(self, b):
        self.known(b, b.get('routine'), 'routine', b.text('routine'))
        self.known(b, b.get('picture'), 'picture', b.text('picture'))
        b.dose, b.dose_basis = (1, 0, 0, False), ('c', [], '')
        line = b.get('dose')
        if not line:
            return
        value, b.dose_basis = self.split(b, line)
        match = re.match(r'(\d+) x (?:(\d+)|(\d+) x (\d+) s|(\d+) s)(, each side)?$', value)
        if not match:
            self.fail(line.place, f'{b}: "{value}" is no dose; write "3 x 10", "3 x 10 x 5 s" or "2 x 30 s", and perhaps '
                      '", each side"')
            return
        sets, times, held_times, held, once, each = match.groups()
        b.dose = (int(sets), int(times or held_times or 0), int(held or once or 0), bool(each))
        if not 1 <= b.dose[0] <= 20 or b.dose[1] > 200 or b.dose[2] > 600:
            self.fail(line.place, f'{b}: "{value}" is out of range: 1 to 20 sets, at most 200 times and 600 seconds')

    def check_home_test(self, b):
        self.known(b, b.get('picture'), 'picture', b.text('picture'))
        b.levels, b.measures, b.differences = [], [], []
        if self.known(b, b.get('finding'), 'finding', b.text('finding')):
            fact = self.blocks['finding'][b.text('finding')]
            b.levels = [l.word for l in fact.all('level')] or ['yes', 'no']
        b.reliable_words, b.reliable_basis = self.told(b, 'reliable')
        b.loads = self.one_of(b, 'loads', ['no', 'yes']) == 'yes'
        b.sum = self.one_of(b, 'sum', ['no', 'yes']) == 'yes' if b.get('sum') else False
        for key, also in (('means', []), ('do', ['unsure'])):
            for level in b.levels + also:
                if not any(l.word == level and l.value for l in b.all(key)):
                    self.fail(b.place, f'{b} has no "{key} {level}"; add what a result "{level}" '
                              f'{"says" if key == "means" else "leads to"}')
            for line in b.all(key):
                if line.word not in b.levels + also:
                    self.fail(line.place, f'{b}: {b.text("finding")} has no answer "{line.word}"; it has '
                              f'{", ".join(b.levels)}')
        b.see = {}
        for line in b.all('see'):
            if line.word not in b.levels:
                self.fail(line.place, f'{b}: {b.text("finding")} has no answer "{line.word}"')
            elif line.value not in SEE:
                self.fail(line.place, f'{b}: see "{line.value}" is not known; use one of {", ".join(SEE)}')
            else:
                b.see[line.word] = line.value
        for line in b.all('measure'):
            self.measure(b, line)
        if len(b.measures) > MOST_MEASURES:
            self.fail(b.place, f'{b} is measured in more than {MOST_MEASURES} units; keep the best')
        for line in b.all('difference'):
            self.difference(b, line)

    def limit(self, b, line, text):
        match = re.match(r'(\w+) (<=?|>=?) (-?[0-9.]+)$', text)
        if not match or match.group(1) not in b.levels:
            self.fail(line.place, f'{b}: "{text}" is no limit; write "yes < 9", with an answer of {b.text("finding")}: '
                      f'{", ".join(b.levels)}')
            return None
        return (match.group(1), match.group(2), self.number(b, line, match.group(3), -1000, 1000))

    def measure(self, b, line):
        value, basis = self.split(b, line)
        parts = [p.strip() for p in value.split(',')]
        match = re.match(r'(-?[0-9.]+)\.\.(-?[0-9.]+)$', parts[0])
        m = {'unit': line.word, 'whole': False, 'otherwise': None, 'error': None, 'limits': [], 'basis': basis}
        if not match or float(match.group(1)) >= float(match.group(2)):
            self.fail(line.place, f'{b}: "{parts[0]}" is no range; write "0..30"')
            return
        m['low'], m['high'] = float(match.group(1)), float(match.group(2))
        for part in parts[1:]:
            if part == 'whole':
                m['whole'] = True
            elif part.startswith('else '):
                m['otherwise'] = part[5:]
            elif part.startswith('error '):
                m['error'] = self.number(b, line, part[6:], -1e-9, 1000)
            else:
                m['limits'].append(self.limit(b, line, part))
        m['otherwise'] = m['otherwise'] or 'no'
        if m['otherwise'] not in b.levels:
            self.fail(line.place, f'{b}: {b.text("finding")} has no answer "{m["otherwise"]}"; say "else" with one of '
                      f'{", ".join(b.levels)}')
        elif m['error'] is None:
            self.fail(line.place, f'{b}: "measure {line.word}" has no error; add "error E": how far one reading may be off')
        elif not 1 <= len(m['limits']) <= MOST_LIMITS:
            self.fail(line.place, f'{b}: "measure {line.word}" has {len(m["limits"])} limits; give 1 to {MOST_LIMITS}')
        elif all(m['limits']):
            b.measures.append(m)

    def difference(self, b, line):
        value, basis = self.split(b, line)
        parts = [p.strip() for p in value.split(',')]
        limit = self.limit(b, line, parts[0])
        if line.word not in [m['unit'] for m in b.measures]:
            self.fail(line.place, f'{b}: a difference in {line.word}, in which nothing is measured')
        elif len(parts) != 2 or not parts[1].startswith('error ') or limit and limit[1] != '>=':
            self.fail(line.place, f'{b}: "{value}" is no difference; write "yes >= 5, error 3"')
        elif limit:
            b.differences.append((line.word, limit[0], limit[2],
                                  self.number(b, line, parts[1][6:], -1e-9, 1000), basis))

    def check_pad(self, b):
        if b.get('remedy'):
            self.known(b, b.get('remedy'), 'remedy', b.text('remedy'))
        b.numbers = {}
        shapes = {'behind': r'([0-9.]+) to ([0-9.]+)$', 'size': r'([0-9.]+) ([0-9.]+)$', 'move': r'([0-9.]+)$', 'heads': r' '.join([r'(-?[0-9.]+)'] * 5) + '$',
                  'across': r' '.join([r'([0-9.]+)'] * 5) + '$',
                  'ball': r'men ([0-9.]+) ([0-9.]+) ([0-9.]+), women ([0-9.]+) ([0-9.]+) ([0-9.]+)$'}
        shapes['width'] = shapes['ball']
        for key, shape in shapes.items():
            line = b.get(key)
            if not line:
                continue
            value, basis = self.split(b, line)
            match = re.match(shape, value)
            if not match:
                self.fail(line.place, f'{b}: "{value}" is not understood; see the block in routines.txt as it was')
                continue
            b.numbers[key] = ([self.number(b, line, x, -1, 1000) for x in match.groups()], basis)
        behind = b.numbers.get('behind')
        if behind and not 0 < behind[0][0] < behind[0][1]:
            self.fail(b.get('behind').place, f'{b}: the front edge lies behind the heads, never under them: give "5 to 10"')

    def check_habit(self, b):
        self.known(b, b.get('remedy'), 'remedy', b.text('remedy')) if b.get('remedy') else None
        if b.text('ask') != 'height':
            self.known(b, b.get('ask'), 'finding', b.text('ask'))
        b.advice_words, b.advice_basis = self.told(b, 'advice')
        b.again, b.again_basis = (7, 7, 7), ('c', [], '')
        if b.get('again'):
            value, b.again_basis = self.split(b, b.get('again'))
            if not re.match(r'\d+ \d+ \d+$', value):
                self.fail(b.get('again').place, f'{b}: "{value}" is not understood; write "14 7 60": the days when one acts, '
                          'when it is not known, when it fits')
            else:
                b.again = tuple(int(x) for x in value.split())

    def check_body(self):
        used = {b.text('picture') for kind in ('exercise', 'home_test') for b in self.blocks[kind].values()}
        for name, picture in self.blocks['picture'].items():
            if name not in used:
                self.fail(picture.place, f'{picture} belongs to no exercise and no home test; take it out')
        if len(self.blocks['pad']) != 1:
            self.fail(('knowledge', 0), 'there must be exactly one pad block')


class BodyTables:
    """A part of the Writer: needs its line, table, array, quote, reference, basis."""

    def body_tables(self, blocks, quote, real):
        self.picture_table(blocks, quote, real)
        self.exercise_table(blocks, quote)
        self.routine_table(blocks, quote, real)
        self.home_test_table(blocks, quote, real)
        self.pad_block(blocks, quote, real)
        self.habit_table(blocks, quote, real)

    def steps(self, label, b, quote):
        lines = b.all('step')
        return f'{self.array("char *const", label, [quote(l.value) for l in lines])}, {len(lines)}'

    def picture_table(self, blocks, quote, real):
        rows = []
        for i, p in enumerate(blocks['picture'].values()):
            shapes = []
            for j, (kind, values, words) in enumerate(p.shapes):
                numbers = self.array('double', f'drawn_{i}_{j}', [real(round(v, 2)) for v in values])
                shapes.append(f'{{FF_DRAW_{kind.upper()}, {numbers}, {len(values)}, {quote(words)}}}')
            table = self.array('ff_shape', f'shapes_{i}', shapes)
            rows.append(f'    {{{quote(p.name)}, {quote(p.text("title"))}, {quote(p.text("says"))}, {real(p.height)}, '
                        f'{table}, {len(shapes)}}}')
        self.table('ff_picture', 'pictures', rows)

    def exercise_table(self, blocks, quote):
        rows = []
        for i, e in enumerate(blocks['exercise'].values()):
            sets, times, seconds, each = e.dose
            rows.append(f'    {{{quote(e.name)}, {quote(e.text("name"))}, {self.reference("picture", e.text("picture"))}, '
                        f'{sets}, {times}, {seconds}, {str(each).lower()}, {self.basis(e.dose_basis)}, '
                        f'{self.steps(f"exercise_steps_{i}", e, quote)}, {quote(e.text("feel"))}}}')
        self.table('ff_exercise', 'exercises', rows)

    def routine_table(self, blocks, quote, real):
        rows = []
        for i, r in enumerate(blocks['routine'].values()):
            listed = self.array('ff_exercise *const', f'exercises_{i}',
                                [self.reference('exercise', e.name) for e in r.exercises])
            remedy = self.reference('remedy', r.remedy) if r.remedy else 'NULL'
            cautions = self.array('ff_caution', f'cautions_{i}', [
                f'{{{self.reference("finding", fact)}, {level}}}' for fact, level in r.cautions])
            rows.append(f'    {{{quote(r.name)}, {quote(r.text("name"))}, {remedy}, {quote(r.text("why"))}, '
                        f'{quote(r.text("times"))}, {real(r.days)}, {self.basis(r.days_basis)}, '
                        f'{quote(r.text("progress"))}, {quote(r.known_words)}, {self.basis(r.known_basis)}, '
                        f'{quote(r.text("not_for"))}, {quote(r.text("stop"))}, {quote(r.judge_words)}, '
                        f'{self.basis(r.judge_basis)}, FF_ACTS_{r.acts.upper()}, {quote(r.text("see_whom"))}, '
                        f'{"true" if r.text("pulls") == "yes" else "false"}, {cautions}, {len(r.cautions)}, {quote(r.text("weak"))}, '
                        f'{listed}, {len(r.exercises)}}}')
        self.table('ff_routine', 'routines', rows)

    def limit_text(self, b, limit, real):
        level, sign, x = limit
        return f'{{{b.levels.index(level)}, {"true" if sign[0] == "<" else "false"}, ' \
               f'{"true" if "=" in sign else "false"}, {real(x)}}}'

    def home_test_table(self, blocks, quote, real):
        rows = []
        for i, t in enumerate(blocks['home_test'].values()):
            measures = []
            for j, m in enumerate(t.measures):
                limits = self.array('ff_test_limit', f'limits_{i}_{j}', [self.limit_text(t, l, real) for l in m['limits']])
                apart = next((d for d in t.differences if d[0] == m['unit']), None)
                difference = f'{t.levels.index(apart[1])}, {real(apart[2])}, {real(apart[3])}' if apart else '-1, 0.0, 0.0'
                measures.append(f'{{{quote(m["unit"])}, {real(m["low"])}, {real(m["high"])}, {str(m["whole"]).lower()}, '
                                f'{limits}, {len(m["limits"])}, {t.levels.index(m["otherwise"])}, {real(m["error"])}, '
                                f'{difference}, {self.basis(m["basis"])}}}')
            table = self.array('ff_test_measure', f'measures_{i}', measures)
            words = lambda key: self.array('char *const', f'{key}_{i}', [
                quote(next(l.value for l in t.all(key) if l.word == level)) for level in t.levels])
            unsure = next(l.value for l in t.all('do') if l.word == 'unsure')
            see = self.array('ff_triage_level', f'see_{i}', [
                f'FF_{t.see.get(level, "self_care").upper()}' for level in t.levels])
            rows.append(f'    {{{quote(t.name)}, {quote(t.text("name"))}, {self.reference("finding", t.text("finding"))}, '
                        f'{self.reference("picture", t.text("picture"))}, {quote(t.text("needs"))}, '
                        f'{self.steps(f"test_steps_{i}", t, quote)}, {quote(t.text("counts"))}, {table}, {len(measures)}, '
                        f'{str(t.sum).lower()}, {str(t.loads).lower()}, {quote(t.reliable_words)}, {self.basis(t.reliable_basis)}, '
                        f'{words("means")}, {words("do")}, {see}, {quote(unsure)}, {quote(t.text("not_for"))}, '
                        f'{quote(t.text("stop"))}}}')
        self.table('ff_home_test', 'home_tests', rows)

    def habit_table(self, blocks, quote, real):
        rows = []
        for h in blocks['habit'].values():
            words = ', '.join(quote(h.text(k)) for k in ('act', 'fits', 'unknown'))
            rows.append(f'    {{{quote(h.name)}, {quote(h.text("name"))}, {self.reference("remedy", h.text("remedy"))}, '
                        f'{quote(h.advice_words)}, {self.basis(h.advice_basis)}, {words}, '
                        f'{", ".join(real(d) for d in h.again)}, {self.basis(h.again_basis)}, {quote(h.text("ask"))}}}')
        self.table('ff_habit', 'habits', rows)

    def pad_block(self, blocks, quote, real):
        p = next(iter(blocks['pad'].values()))
        list_of = lambda values: '{' + ', '.join(real(v) for v in values) + '}'
        n = lambda key: p.numbers[key][0]
        text = ', '.join(quote(p.text(k)) for k in ('how', 'check', 'steps', 'stop', 'not_for', 'weak'))
        basis = ', '.join(self.basis(p.numbers[k][1]) for k in ('behind', 'ball', 'width', 'size', 'heads', 'move'))
        self.line(f'static const ff_pad_rule pad_rule = {{\n    {self.reference("remedy", p.text("remedy"))}, '
                  f'{", ".join(real(v) for v in n("behind"))}, {{{list_of(n("ball")[:3])}, {list_of(n("ball")[3:])}}}, '
                  f'{{{list_of(n("width")[:3])}, {list_of(n("width")[3:])}}}, {", ".join(real(v) for v in n("size"))}, '
                  f'{list_of(n("heads"))}, {list_of(n("across"))}, '
                  f'{real(n("move")[0])}, {text}, {basis}}};')
