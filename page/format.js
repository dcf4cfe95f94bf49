// Numbers, dates and words, as they are shown.

import { madeFrom } from "./core_words.js";
import { spoken } from "./language.js";

const made = {}; // what Intl makes for a language: making it takes long, and lists are long too

function intl(Kind, options) {
  const key = `${spoken.locale} ${Kind.name} ${JSON.stringify(options)}`;
  made[key] ??= new Kind(spoken.locale, options);
  return made[key];
}

/**
 * A text of the table. "{name}" is replaced by values.name; when values.n is given and the table
 * has "key.one" and "key.other", the right one is taken.
 */
export function t(key, values = {}) {
  const form = values.n === undefined ? undefined : `${key}.${intl(Intl.PluralRules).select(values.n)}`;
  const text = spoken.texts[form] ?? spoken.texts[key] ?? spoken.texts[`${key}.other`];
  if (text === undefined) throw new Error(`no text is called ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function has(key) {
  return spoken.texts[key] !== undefined;
}

/** With a capital letter, for a text that the core gives in the middle of a sentence. */
export function sentence(text) {
  if (!text) return text;
  return madeFrom(text, text.charAt(0).toLocaleUpperCase(spoken.code) + text.slice(1));
}

const SOURCES = / \[[SR]\d+(, [SR]\d+)*\]/g;

/** Without the sources in brackets, which a view lists in one place. */
export function plain(text) {
  return madeFrom(text, text.replace(SOURCES, ""));
}

/** 4.25 as "4.3", or "4,3" where a comma parts the decimals; as many of them as `digits` says, else as it has. */
export function number(value, digits) {
  return intl(Intl.NumberFormat, { useGrouping: false, minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 6 }).format(value);
}

/** 0.9021 as "90 %"; what rounds to nothing is "under 1 %". */
export function percent(p) {
  return p > 0 && p < 0.005 ? t("under_one_percent") : `${Math.round(100 * p)} %`;
}

/** Seconds as "24:10" or "1:07:07". */
export function clock(seconds) {
  const whole = Math.round(seconds);
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

export function km(metres) {
  return `${number(metres / 1000, 1)} km`;
}

/** 2.888 m/s as "5:46 min/km". */
export function pace(speed) {
  return t("pace", { pace: clock(1000 / speed) });
}

/** A chance as odds that one can picture: 0.0011 as "1 in 800", never more than it is. */
export function chance(p) {
  if (p >= 0.5) return t("chance.half");
  const times = 1 / p;
  if (times >= 10000) return t("chance.least");
  const [, step] = [[1000, 1000], [100, 100], [20, 10], [0, 1]].find(([from]) => times >= from);
  return t("chance.in", { times: Math.floor(times / step) * step });
}

/** A number of things in words, by the text of that key: "3,000 runs". */
export function count(key, n) {
  return t(key, { n, number: intl(Intl.NumberFormat).format(n) });
}

/** Bytes as "2.2 MB". */
export function size(bytes) {
  const [unit, of] = bytes < 999500 ? ["KB", 1e3] : ["MB", 1e6];
  const value = bytes / of;
  return `${intl(Intl.NumberFormat, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}

export function minutes(min) {
  return t("minutes", { n: Math.round(min) });
}

/** A date such as "2026-11-22" in the words that Intl has for these parts of it. */
function partOf(date, parts) {
  return intl(Intl.DateTimeFormat, { ...parts, timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/** "Mon" */
export const weekday = (date) => partOf(date, { weekday: "short" });

/** "22" */
export const dayOfMonth = (date) => partOf(date, { day: "numeric" });

/** "22 Nov" */
export const monthAndDay = (date) => partOf(date, { day: "numeric", month: "short" });

/** The day of a start such as "2026-11-22T18:20:00-02:00": the runner's own, wherever the browser is. */
export function day(start) {
  return partOf(start.slice(0, 10), { weekday: "short", day: "numeric", month: "short", year: "numeric" });
}

/** "2026-05" as "May 2026". */
export function month(text) {
  return partOf(`${text}-01`, { month: "long", year: "numeric" });
}

/** "24:10 (4.4 km)" */
export function moment(seconds, metres) {
  return metres === undefined ? clock(seconds) : `${clock(seconds)} (${km(metres)})`;
}
