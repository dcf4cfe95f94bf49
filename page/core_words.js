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

const SLOTS = /"[^"]*"|\b[LR]\d+\b|\d+(?:\.\d+)?/g; // words in quotes, eyelets, numbers
const SENTENCE_ENDS = /(?<=[.?!]) (?=[A-Z'])/;
const HEAD = /^([^.?!]*?): (?=[A-Z])/; // of a drawing: its name, and what is to be seen

/** A number or quoted words of an English sentence, for one in the page's language. */
function slot(text) {
  if (text.startsWith('"')) return `\u201e${found(text.slice(1, -1)) ?? text.slice(1, -1)}\u201c`;
  if (!/^\d+\./.test(text)) return text;
  return new Intl.NumberFormat(spoken.code, { useGrouping: false,
    minimumFractionDigits: text.split(".")[1].length }).format(Number(text));
}

/**
 * The text in the page's language; undefined when the table does not have it. Sentences that the core makes of its
 * figures stand in the table with "#" for each, and with "{1}" for the first; several sentences stand there one by one.
 */
function found(text) {
  const whole = spoken.core.get(hash(text));
  if (whole !== undefined) return whole;
  const slots = text.match(SLOTS);
  if (slots) {
    const made = spoken.core.get(hash(text.replace(SLOTS, (of) => (of.startsWith('"') ? '"#"' : "#"))));
    if (made !== undefined) return made.replace(/\{(\d)\}/g, (_, n) => slot(slots[n - 1]));
  }
  const head = HEAD.exec(text);
  const named = head && [found(head[1]), found(text.slice(head[0].length))];
  if (named && !named.includes(undefined)) return named.join(": ");
  const parts = text.split(SENTENCE_ENDS);
  const own = parts.length > 1 ? parts.map(found) : [undefined];
  return own.includes(undefined) ? undefined : own.join(" ");
}

/** Members that hold words of the core also where they are a single word, which elsewhere may be an id. */
const WORDS = new Set(["answer", "answers_text", "clinical", "dose", "judge", "less", "more", "name", "needs", "text", "title"]);
/** Members that hold what the runner typed, or what another program reads. */
const NOT_WORDS = new Set(["file", "html", "ics", "journal", "program", "sequence", "sequence_left", "source", "what"]);
const SINGLE = /^[a-z0-9_]*$/;

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

const WORKOUT = /\d(?:min|s|km|m|h) (?:run|walk|warm-up|cool-down)\b/;

function word(name, text) {
  if (name === "text" && WORKOUT.test(text)) {
    return text.replace(/\b(?:run|walk|warm-up|cool-down)\b/g, (step) => found(step) ?? step);
  }
  if (NOT_WORDS.has(name) || (SINGLE.test(text) && !WORDS.has(name))) return text;
  if (name === "place") return text.split(/([;:,] )/).map((part) => found(part) ?? part).join("");
  const own = found(text);
  if (own === undefined && /[a-z] [a-z]+ [a-z]/.test(text) && !text.startsWith("<svg")) left.add(text);
  return own ?? text;
}

/** An answer of the core with its words in the page's language. A document is left whole, in its one language. */
export function translated(value, name) {
  if (spoken.core === undefined || name === "document") return value;
  if (typeof value === "string") return word(name, value);
  if (Array.isArray(value)) return value.map((item) => translated(item, name));
  if (value === null || typeof value !== "object" || value instanceof Blob) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translated(item, key)]));
}

/** The words in a drawing: of its title and description, and of its labels. */
export function translateDrawing(svg) {
  if (spoken.core === undefined) return;
  let english = false;
  for (const node of svg.querySelectorAll("title, desc, text")) {
    const own = node.children.length === 0 ? found(node.textContent) : undefined;
    if (own !== undefined) node.textContent = own;
    else english ||= /[a-z]{2}/i.test(node.textContent);
  }
  if (english) svg.setAttribute("lang", OF_THE_CORE);
}
