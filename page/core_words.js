// What the core says, in the language of the page. The core speaks English; texts/CODE_core.js holds its words in
// another language, found by a hash of the English. So a word whose English changed is not found: it is shown in
// English, and the tests ask for it anew. No old word about a danger can stand here.

import { OF_THE_CORE, spoken } from "./language.js";

/** FNV-1a over UTF-16 code units, base 36. tools/language.py has the same. */
export function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}

/** Words in quotes, days, eyelets, numbers. */
const SLOT = String.raw`"[^"]*"|(?<![\w)])'[^']*'(?!\w)|\b\d{4}-\d\d-\d\d\b|\b[LR]\d+\b|\d+(?:\.\d+)?`;
const SLOTS = new RegExp(SLOT, "g");
const SENTENCE_ENDS = /(?<=[.?!]) (?=[A-Z\d'"])/;
const LISTS = [["; ", /; (?![^(]*\))/], [", ", /, (?![^(]*\))/]];
const HEAD = /^(.+?): (.+)$/;
const IN_BRACKETS = /^(.+?) ([([])((?<=\()[^()]+(?=\)$)|(?<=\[)[^[\]]+(?=\]$))[)\]]$/;

/** A number, a day or quoted words of an English sentence, for one in the page's language. */
function slot(text) {
  if (/^["']/.test(text)) return `\u201e${found(text.slice(1, -1)) ?? text.slice(1, -1)}\u201c`;
  if (/^\d{4}-/.test(text)) {
    return new Intl.DateTimeFormat(spoken.code, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
      .format(new Date(`${text}T00:00:00Z`));
  }
  if (!/^\d+\./.test(text)) return text;
  return new Intl.NumberFormat(spoken.code, { useGrouping: false,
    minimumFractionDigits: text.split(".")[1].length }).format(Number(text));
}

const PHRASE = /[a-z]{2} [a-z]+ [a-z]{2}/; // more than a name: words of the core, half a sentence in English

/**
 * What stands in a place of a sentence. "1": a number, a day, quoted words. "A": words that the table must have. "a": a
 * name, which it may have. "x": what the runner typed, never touched.
 */
function inPlace(name, text) {
  if (name < "A") return slot(text);
  if (name >= "x") return text;
  return found(text) ?? (name < "a" || PHRASE.test(text) ? undefined : text);
}

/** What stands in a place for words: never one sentence and the beginning of the next, nor two things of a list. */
const NAME = "((?:(?!; |[.?!] [A-Z]).)+?)";

/** Makes a sentence with places into an expression that takes what stands in them. */
function makeReady(pattern) {
  const english = pattern.english.replace(/(["'])(\{\d\})\1/g, "$2"); // what is quoted is a place with its quotes
  pattern.names = english.match(/\{\w\}/g).map((place) => place[1]);
  const parts = english.split(/\{\w\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const place = (name) => (name < "A" ? `(${SLOT})` : NAME);
  pattern.matches = new RegExp(`^${parts.reduce((all, part, i) => `${all}${place(pattern.names[i - 1])}${part}`)}$`);
}

/** Sentences with places for words are looked for one by one. */
function byPlaces(text) {
  for (const pattern of spoken.places) {
    if (!pattern.matches) makeReady(pattern);
    const match = pattern.matches.exec(text);
    const values = match && pattern.names.map((name, i) => inPlace(name, match[i + 1]));
    if (values && !values.includes(undefined)) {
      return pattern.own.replace(/\{\w\}/g, (place) => values[pattern.names.indexOf(place[1])]);
    }
  }
  return undefined;
}

/** All of them in the page's language, or nothing. */
function all(texts) {
  const own = texts.map(found);
  return own.includes(undefined) ? undefined : own;
}

/** What is made of parts: sentences, a list, a name and what is said of it, words in brackets. All must be known. */
function byParts(text) {
  if (text.endsWith(".") && !SENTENCE_ENDS.test(text)) {
    const own = found(text.slice(0, -1));
    if (own !== undefined) return `${own}.`;
  }
  const sentences = text.split(SENTENCE_ENDS); // of which the table may have two or three as one
  for (let i = sentences.length - 1; i > 0; i--) {
    const own = all([sentences.slice(0, i).join(" "), sentences.slice(i).join(" ")]);
    if (own) return own.join(" ");
  }
  for (const [joint, at] of LISTS) {
    const parts = text.split(at);
    const own = parts.length > 1 && all(parts);
    if (own) return own.join(joint);
  }
  const [, name, said] = HEAD.exec(text) ?? [];
  const named = name && all([name, said]);
  if (named) return named.join(": ");
  const [, before, open, within] = IN_BRACKETS.exec(text) ?? [];
  const own = before && all([before, within]);
  return own ? `${own[0]} ${open}${own[1]}${text.at(-1)}` : undefined;
}

const looked = new Map(); // what was looked for; a table that comes later has more

function lookFor(text) {
  const whole = spoken.core.get(hash(text));
  if (whole !== undefined) return whole;
  const slots = text.match(SLOTS);
  if (slots) {
    if (slots[0].length === text.length) return slot(text);
    const made = spoken.core.get(hash(text.replace(SLOTS, (of) => (/^["']/.test(of) ? `${of[0]}#${of[0]}` : "#"))));
    if (made !== undefined) return made.replace(/[„“"']?\{(\d)\}[“"']?/g, (_, n) => slot(slots[n - 1]));
  }
  return byPlaces(text) ?? byParts(text);
}

/**
 * The text in the page's language; undefined when the table does not have it. Sentences that the core makes of its
 * figures stand in the table with "#" for each, and with "{1}" for the first; those with names in them with places.
 */
function found(text) {
  const key = `${spoken.code} ${spoken.core.size} ${text}`;
  if (!looked.has(key)) looked.set(key, lookFor(text));
  return looked.get(key);
}

/** Members that hold words of the core also where they are a single word, which elsewhere may be an id. */
const WORDS = new Set(["answer", "answers_text", "clinical", "dose", "judge", "less", "more", "name", "needs", "text", "title"]);
/** Members that hold what the runner typed, or what another program reads. */
const NOT_WORDS = new Set(["file", "html", "ics", "journal", "program", "sequence", "sequence_left", "source", "what"]);
const SINGLE = /^[a-z0-9_]*$/;
const DAY = /^\d{4}-\d\d-\d\d(?:T\S*)?$/; // is formed where it is shown

const left = new Set(); // what was found in no table, so that it can be shown as English

/** Whether it is a text of the core that is still in English, on a page in another language. */
export function isEnglish(text) {
  return left.has(text);
}

/** Says of a text made from another that it is English where that one is. */
export function madeFrom(text, made) {
  if (left.has(text)) left.add(made);
  return made;
}

const OPTIONS = / \((?:such as )?--[a-z][^)]*\)/g; // in brackets wherever the core names them; tests/server.py asks for it
const WORKOUT = /\d(?:min|s|km|m|h) (?:run|walk|warm-up|cool-down)\b/;

function word(name, given) {
  const text = NOT_WORDS.has(name) ? given : given.replace(OPTIONS, "");
  if (spoken.core !== undefined && name === "text" && WORKOUT.test(text)) {
    return text.replace(/\b(?:run|walk|warm-up|cool-down)\b/g, (step) => found(step) ?? step);
  }
  if (NOT_WORDS.has(name) || DAY.test(text) || (SINGLE.test(text) && !WORDS.has(name))) return text;
  if (name === "place" && spoken.core !== undefined) return text.split(/([;:,] )/).map((part) => found(part) ?? part).join("");
  if (spoken.core === undefined) return text;
  const own = found(text);
  if (own === undefined && /[a-z] [a-z]+ [a-z]/.test(text) && !text.startsWith("<svg")) left.add(text);
  return own ?? text;
}

/** An answer of the core with its words in the page's language, and without what only a command line takes. */
export function translated(value, name) {
  if (typeof value === "string") return word(name, value);
  if (Array.isArray(value)) return value.map((item) => translated(item, name));
  if (value === null || typeof value !== "object" || value instanceof Blob) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translated(item, key)]));
}

const LOOKS_ENGLISH = /[a-z]{2} [a-z]{2}/;

/** The words of a tree that was read from a text of the core; what is still in English is said to be. */
function translateTree(root) {
  const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const text = node.textContent.trim();
    const own = text && node.parentNode.localName !== "style" ? found(text) : undefined;
    if (own !== undefined) node.textContent = own;
    else if (LOOKS_ENGLISH.test(text)) node.parentNode.setAttribute("lang", OF_THE_CORE);
  }
}

/** The words in a drawing: of its title and description, and of its labels. */
export function translateDrawing(svg) {
  if (spoken.core !== undefined) translateTree(svg);
}

/** A document that is handed on as a file, HTML, with its words in the page's language. */
export function translatedFile(html) {
  if (spoken.core === undefined) return html;
  const [style] = /<style>[^]*<\/style>/.exec(html) ?? [""]; // which the page's policy would not take, even unread
  const { documentElement: root } = new DOMParser().parseFromString(html.replace(style, ""), "text/html");
  root.setAttribute("lang", spoken.code);
  for (const [of, name] of [["meta[name=description]", "content"], ["[aria-label]", "aria-label"]]) {
    for (const node of root.querySelectorAll(of)) node.setAttribute(name, found(node.getAttribute(name)) ?? node.getAttribute(name));
  }
  translateTree(root);
  return `<!DOCTYPE html>\n${new XMLSerializer().serializeToString(root)}\n`.replace("</head>", () => `${style}</head>`);
}
