// The language the page speaks: its table of texts, and the core's words in it. docs/contributing.md says how to add one.

/** The languages there are, each by its own name. */
export const LANGUAGES = { en: "English", de: "Deutsch" };

/** What each loads: the page's own texts and, where it is not the core's language, the core's words. */
const LOADS = {
  en: () => Promise.all([import("./texts/en.js")]),
  de: () => Promise.all([import("./texts/de.js"), import("./texts/de_core.js")]),
};
/** The core's words that come with the first answer that needs them, and for which answers that is. */
const LATER = {
  de: [[/^\/api\/(?:habits|home-tests|lace|pad|plan|routines|step)/, () => import("./texts/de_care.js")],
    [/^\/api\/(?:foot-map|import|restore|runs\/|visit)|^error$/, () => import("./texts/de_seldom.js")]],
};
const KEY = "footfall-language"; // in this tab; over starts of the server the journal remembers it
export const OF_THE_CORE = "en";

const PLACES = /^\* (.*)\t(.*)$/;

/** Learns a table of the core's words: a line an entry, the hash of the English first; or "*" and all of it. */
function learn({ words }) {
  for (const line of words.split("\n")) {
    const [, english, own] = PLACES.exec(line) ?? [];
    if (english) spoken.places.push({ english, own });
    else spoken.core.set(line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1));
  }
  spoken.places.sort((a, b) => b.english.length - a.english.length); // what says more is not taken for a name in what says less
}

/** Where in the world a language is spoken, for dates: as the browser has it, else in the spelling of the texts. */
function localeOf(code) {
  return navigator.languages.find((tag) => tag.toLowerCase().split("-")[0] === code && tag.includes("-"))
    ?? { en: "en-GB" }[code] ?? code;
}

/** What is spoken now. */
export const spoken = { code: OF_THE_CORE, locale: OF_THE_CORE, texts: {}, core: undefined, places: [], later: new Set() };

/** Loads a language and speaks it from now on. Throws when its files do not come. */
export async function speak(code) {
  const [own, core] = await LOADS[code]();
  Object.assign(spoken, { code, locale: localeOf(code), texts: own.texts, core: core && new Map(), places: [],
    later: new Set(LATER[code]) });
  if (core) learn(core);
  document.documentElement.lang = code;
}

/** Before an answer on this path is shown, or "error": what it takes to say it. Without it, it is shown in English. */
export async function wordsFor(path) {
  const { later } = spoken;
  for (const one of [...later].filter(([of]) => of.test(path))) {
    try {
      const words = await one[1]();
      if (later.delete(one)) learn(words);
    } catch { /* the server is gone, which the next request will say */ }
  }
}

function known(code) {
  return Object.hasOwn(LANGUAGES, code ?? "") ? code : undefined;
}

/** The first language of the browser's that there is. */
function ofBrowser() {
  return navigator.languages.map((tag) => known(tag.toLowerCase().split("-")[0])).find((code) => code);
}

/** Loads what will most likely be spoken, while the core is still asked what was chosen. */
export function loadLikely() {
  LOADS[known(sessionStorage.getItem(KEY)) ?? ofBrowser() ?? OF_THE_CORE]().catch(() => {}); // asked for again by speak
}

/** What the runner chose here or at an earlier start, else what the browser asks for, else English. */
export async function chosen(request) {
  const here = known(sessionStorage.getItem(KEY));
  if (here) return here;
  const { status, value } = await request("GET", "/api");
  return known(status === 200 ? value.language : undefined) ?? ofBrowser() ?? OF_THE_CORE;
}

/** Remembers a choice: in this tab, and in the journal. Gives the error of the core, if any. */
export async function remember(request, code) {
  sessionStorage.setItem(KEY, code);
  const { status, value } = await request("POST", "/api/language", { language: code });
  return status === 200 ? undefined : value.error;
}
