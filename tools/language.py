#!/usr/bin/env python3
"""Makes the page's table of the core's words in another language.

usage: language.py CODE          check knowledge/languages/CODE.txt, and write page/texts/CODE_core.js, _care.js and _seldom.js
       language.py --check CODE  check both, write nothing: what is missing, stale or not written anew
       language.py --list        the English words that a language needs, one a line

The English of the knowledge text is the key: where it changes, its translation does not hold any more and is
asked for anew, so that nobody reads an old word about a danger. knowledge/languages/README.md describes
the format and what the page does with it.
"""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import knowledge  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
ONLY_ENGLISH = ROOT / 'knowledge' / 'languages' / 'only_english.txt'
# What of each kind of block a screen shows: safety first, then what is asked, then the rest.
SHOWN = [
    ('flag', ['ask', 'why', 'act']),
    ('contradiction', ['says', 'do']),
    ('page', ['title', 'why']),
    ('finding', ['question', 'line', 'why', 'help', 'level', 'yes', 'no', 'skip', 'short']),
    ('cause', ['name', 'clinical', 'mechanism', 'weak', 'see_whom']),
    ('remedy', ['name', 'how', 'dose', 'judge', 'see_whom', 'weak']),
    ('home_test', ['name', 'needs', 'not_for', 'stop', 'step', 'counts', 'reliable', 'means', 'do']),
    ('routine', ['name', 'why', 'times', 'not_for', 'stop', 'progress', 'known', 'judge', 'see_whom']),
    ('exercise', ['name', 'step', 'feel']),
    ('pad', ['not_for', 'how', 'steps', 'check', 'stop', 'weak']),
    ('habit', ['name', 'advice', 'act', 'fits', 'unknown']),
    ('region', ['name']),
    ('map', ['name', 'basis']),
    ('model', ['not_weighed']),
    ('picture', ['title', 'says']),
]
# What only errors, the note for a doctor, files, runs and what is drawn over the feet say, as seldom.
SELDOM = ('the program: errors', 'the program: the note', 'the program: import', 'map: what is known')
# What only the views of things to do show stands in a table of its own, which is loaded with the first of them.
CARE = ('home_test', 'routine', 'exercise', 'pad', 'habit', 'picture', 'the program: lacing', 'the program: habits',
        'the program: quicker steps', 'the program: doses')
# Beside the words stands what they rest on: "words | c S01".
WITH_BASIS = [('routine', 'known'), ('routine', 'judge'), ('home_test', 'reliable'), ('habit', 'advice')]
# Or only what stands behind it is shown: "c S01 | words".
NOTES = [('map', 'basis')]
# A text that the core makes of numbers and of words in quotes has "#" for each where it is looked up: "{1}" is the
# first of them.
NUMBER = re.compile(r'\d+(?:[.,]\d+)*')
SLOT = re.compile(r'\{\w\}')
WORDS = re.compile(r'\{[A-Za-z]\}')  # places for words, which no hash can leave open: knowledge/languages/README.md

QUOTED = re.compile(r"""["']?\{\w\}["']?""")
# What the page takes for a place, as in page/core_words.js.
IN_PLACE = re.compile(r"""\d|"[^"]+"|(?<![\w)])'[^']+'(?!\w)""")
# A command, an example of what to type, or a name: the language may tell it otherwise or leave it out, unlike a figure.
MAY_GO = re.compile(r"""'\{\d\}'|"\{\d\}"|--[a-z-]+ \{\d\}|\{[a-z]\}""")


def english():
    """The words of the knowledge text, each once with where it stands, in the order in which they matter."""
    checker, _ = knowledge.load([str(path) for path in sorted((ROOT / 'knowledge').glob('*.txt'))])
    words = {}
    for kind, keys in SHOWN:
        for block in checker.blocks[kind].values():
            for key in keys:
                for line in block.all(key):
                    text = line.value
                    if (kind, key) in WITH_BASIS or kind == 'pad':
                        text = text.partition(' | ')[0]
                    elif (kind, key) in NOTES:
                        text = text.partition(' | ')[2]
                    if text:
                        words.setdefault(text, f'{kind} {block.name}: {key}')
    for block in checker.blocks['picture'].values():
        for line in block.all('draw'):
            label = re.match(r'say \S+ \S+ \S+ (.*)', line.value)
            if label:
                words.setdefault(label[1], f'picture {block.name}: draw')
    return words


# Options in brackets, which only a command line takes: the page leaves them out (page/core_words.js has the same).
OPTIONS = re.compile(r' \((?:such as )?--[a-z][^)]*\)')
SQL = re.compile(r'(?:CREATE|DELETE|INSERT|SELECT|UPDATE) ')
LITERAL = r'"(?:[^"\\\n]|\\.)*"'


def plain_text(literals):
    """The text of literals of C that stand one after the other, with "#" in the place of each value."""
    text = ''.join(part[1:-1] for part in re.findall(LITERAL, literals))
    text = text.replace('\\n', '').replace('\\"', '"').replace('%%', '\0')
    text = re.sub(r'%[-+ 0-9.*]*(?:z|l|ll|h)?[dufgsiX]', '#', text).replace('\0', '%')
    return OPTIONS.sub('', text)


def errors_in_code():
    """The messages of errors, but for those of the command line's own, with where they stand."""
    found = {}
    for path in sorted((ROOT / 'src').rglob('*.c')):
        if ROOT / 'src' / 'face' in path.parents:
            continue
        code = re.sub(r'"\s*PRI\w+\s*"', 'd', path.read_text())
        for call in re.findall(r'\bff_fail\((.*?)\);', code, re.DOTALL):
            for match in re.finditer(rf'{LITERAL}(?:\s*{LITERAL})*', call):
                text = plain_text(match[0])
                if len(text.split()) > 2 and not SQL.match(text):
                    found.setdefault(text, path.relative_to(ROOT))
    return found


def unsaid_errors(said):
    """Messages of errors that neither the language has nor the list of those that only the command line tells."""
    listed = set(ONLY_ENGLISH.read_text().splitlines())
    patterns = [re.compile('.+'.join(re.escape(part) for part in QUOTED.split(text)) + '$')
                for text in said if SLOT.search(text)]
    found = errors_in_code()
    for text, where in found.items():
        filled = text.replace('#', '0')
        if text not in listed and filled not in said and not any(one.match(filled) for one in patterns):
            yield f'{where}: "{text}" is in no language: translate it, or say in {ONLY_ENGLISH.name} why no page shows it'
    for text in listed:
        if text and not text.startswith('# ') and text not in found:
            yield f'{ONLY_ENGLISH.name}: no error says "{text}" any more'


def spoken_in_code():
    """What the program itself says: its texts, with "#" in the place of each number and name."""
    found = set()
    for path in sorted([*(ROOT / 'src').rglob('*.[ch]'), *(ROOT / 'include').rglob('*.h')]):
        code = re.sub(r'"\s*PRI\w+\s*"', 'd', path.read_text()).replace('\\\n', ' ')
        found.update(plain_text(match[0]) for match in re.finditer(rf'{LITERAL}(?:\s*{LITERAL})*', code))
    return found


def is_said(text, coded):
    """Whether the program's texts hold all clauses of this sentence: each whole or in two pieces, a word put in or not."""
    def held(words):
        forms = [words, *([*words[:i], '#', *words[i + 1:]] for i in range(len(words)))]
        return any(' '.join(form) in coded for form in forms)

    clauses = [clause.split() for clause in re.split(r'[,.:;()"\']|\{\w\}', text.lower())]
    return all(held(words) or any(held(words[:i]) and held(words[i:]) for i in range(1, len(words)))
               for words in clauses)


def pairs(path):
    """The entries of a language's file: (English, its word in the language, line, under which head), in order."""
    entries, head = [], ''
    code = path.stem
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'(\w+): (.*)', line)
        if match and match[1] == 'en':
            entries.append([match[2], None, number, head])
        elif match and match[1] == code and entries and entries[-1][1] is None:
            entries[-1][1] = match[2]
        elif line.startswith('    ') and entries:
            at = 0 if entries[-1][1] is None else 1
            entries[-1][at] += ' ' + line.strip()
        elif line.startswith('# '):
            head = line[2:]
        elif line.strip() and not line.startswith('#'):
            sys.exit(f'{path}:{number}: expected "en: ...", "{code}: ..." or a line that goes on, indented by four')
    return [tuple(entry) for entry in entries]


def hash_of(text):
    """As in page/core_words.js."""
    value = 0x811c9dc5
    units = text.encode('utf-16-le')
    for low, high in zip(units[::2], units[1::2]):
        value = (value ^ (low | high << 8)) * 0x01000193 & 0xffffffff
    digits, word = '0123456789abcdefghijklmnopqrstuvwxyz', ''
    while value:
        value, digit = divmod(value, 36)
        word = digits[digit] + word
    return word or '0'


def numbers(text):
    return sorted(n.replace(',', '.') for n in NUMBER.findall(SLOT.sub('', text)))


def complaints(path, entries):
    """What is wrong with a language, in words."""
    needed, said = english(), {entry[0] for entry in entries}
    coded = spoken_in_code()
    joined = '\n'.join(' '.join(text.lower().split()) for text in coded)
    joined += joined.replace('#', '')
    for text, where in needed.items():
        if text not in said:
            yield f'{path}: {where} is not translated, or its English changed: add "en: {text}"'
    yield from unsaid_errors(said)
    seen = {}
    for text, own, number, _ in entries:
        place = f'{path}:{number}'
        if own is None:
            yield f'{place}: "{text}" has no line in the language'
            continue
        if text not in needed and not is_said(text, joined):
            yield f'{place}: nothing says "{text}" any more: take it out, or correct its English'
        if not set(numbers(text)) <= set(numbers(own)):
            yield f'{place}: other numbers than in English: {numbers(text)}, {numbers(own)}'
        needs = set(SLOT.findall(MAY_GO.sub('', text)))
        if not needs <= set(SLOT.findall(own)) <= set(SLOT.findall(text)):
            yield f'{place}: other places for numbers than in English'
        if re.findall(r'\[[SR]\d[^]]*\]', text) != re.findall(r'\[[SR]\d[^]]*\]', own):
            yield f'{place}: other sources than in English'
        if SLOT.search(text) and not WORDS.search(text) and IN_PLACE.search(QUOTED.sub('', text)):
            yield f'{place}: is never found: write a place for each of its numbers and quoted words, too'
        key = hash_of(SLOT.sub('#', text))
        if key in seen:
            yield f'{place}: stands there twice, or its hash is that of line {seen[key]}'
        seen[key] = number
    for text in coded | set(needed):
        if text not in said and hash_of(text) in seen and SLOT.sub('#', text) not in {SLOT.sub('#', s) for s in said}:
            yield f'{path}:{seen[hash_of(text)]}: has the hash of another text, "{text}": choose a longer hash'


def modules(code, entries):
    """The page's tables by the names of their files: a line an entry, its hash first."""
    texts = {'core': [], 'care': [], 'seldom': []}
    for text, own, _, head in entries:
        own = own.replace('\\', '\\\\').replace('`', '\\`').replace('${', '\\${')
        key = f'* {text}\t' if WORDS.search(text) else f'{hash_of(SLOT.sub("#", text))} '
        part = 'care' if head.startswith(CARE) else 'seldom' if head.startswith(SELDOM) else 'core'
        texts[part].append(key.replace('\\', '\\\\') + own)
    made = f'// Made by tools/language.py from knowledge/languages/{code}.txt: change it there.\n\n'
    return {f'{code}_{part}.js': made + 'export const words = `' + '\n'.join(lines) + '`;\n'
            for part, lines in texts.items()}


def main(arguments):
    if arguments == ['--list']:
        print('\n'.join(english()))
        return 0
    check = arguments[:1] == ['--check']
    if len(arguments) != 1 + check or arguments[-1].startswith('-'):
        sys.exit(__doc__)
    code = arguments[-1]
    path = ROOT / 'knowledge' / 'languages' / f'{code}.txt'
    entries = pairs(path)
    found = list(complaints(path.relative_to(ROOT), entries))
    tables = {} if found else {ROOT / 'page' / 'texts' / name: text for name, text in modules(code, entries).items()}
    for out, text in tables.items():
        if check and (not out.is_file() or out.read_text() != text):
            found.append(f'{out.relative_to(ROOT)} is not as {path.name} has it: run tools/language.py {code}')
    for words in found:
        print(words, file=sys.stderr)
    for out, text in tables.items():
        if not check:
            out.write_text(text)
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
