"""How old one has to be to read a text with ease: two formulas that count words and syllables.

English: the grade of Flesch and Kincaid (J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom,
"Derivation of new readability formulas", Naval Technical Training Command, Research Branch Report 8-75,
1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. Grade 7 is read at 12.
German: the first Wiener Sachtextformel (R. Bamberger, E. Vanecek, "Lesen - Verstehen - Lernen -
Schreiben", Jugend und Volk, Wien 1984): 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875, where MS, IW
and ES are the shares in percent of words of three and more syllables, of more than six letters and of one
syllable, and SL is words a sentence. It gives a class of school: 7 is 12 to 13 years old.

As R. Flesch counts ("A new readability yardstick", J Appl Psychol 1948;32:221-233), colons and
semicolons end a sentence too. What stands in brackets, the clinical term or a source, does not count. Both
formulas were made for whole pages: of short texts they say little, so those are left out.
"""

import re

LEAST_WORDS = 20
BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
PLACE = re.compile(r"\{\w+\}")
SENTENCE_END = re.compile(r"(?<=[.?!:;])\s+")
WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")


def _sentences(text):
    """A list of words for each sentence."""
    plain = PLACE.sub("5", BRACKETS.sub("", text))
    return [words for words in map(WORD.findall, SENTENCE_END.split(plain)) if words]


def _syllables_english(word):
    word = word.lower()
    if len(word) > 3:
        word = re.sub(r"(?:[^laeiouy]es|[^dt]ed|[^l]e)$", lambda end: end[0][0], word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def _syllables_german(word):
    return max(1, len(re.findall(r"ei|ai|au|eu|\u00e4u|ie|[aeiouy\u00e4\u00f6\u00fc]", word.lower())))


def _english(sentences):
    words = [word for sentence in sentences for word in sentence]
    syllables = sum(map(_syllables_english, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _german(sentences):
    words = [word for sentence in sentences for word in sentence]
    syllables = list(map(_syllables_german, words))
    percent = 100 / len(words)
    many, one = (percent * sum(map(test, syllables)) for test in (lambda n: n >= 3, lambda n: n == 1))
    long = percent * sum(len(word) > 6 for word in words)
    return 0.1935 * many + 0.1672 * len(words) / len(sentences) + 0.1297 * long - 0.0327 * one - 0.875


FORMULAS = {"en": _english, "de": _german}
LIMITS = {"en": 7, "de": 8}


def hardest(language, texts):
    """[(grade, text)], the hardest first, of texts of more than a sentence and a few words."""
    split = [(text, _sentences(text)) for text in texts]
    return sorted(((FORMULAS[language](sentences), text) for text, sentences in split
                   if len(sentences) > 1 and sum(map(len, sentences)) >= LEAST_WORDS), reverse=True)
