// The core names commands, for whoever types them. On the page they are said as the screen where the same is done.

import { has, t } from "./format.js";

/** The screen of each command; some show one thing of many: "routine insole" is "routines/insole". */
const SCREENS = { ask: "questions", foot: "shoes", shoe: "shoes", size: "shoes", "fit-shoe": "shoes", habits: "habits",
  "home-test": "tests", lace: "lace", log: "runs", runs: "runs", show: "runs", pad: "pad", patterns: "patterns", plan: "plan",
  routine: "routines", step: "step", trial: "trial", visit: "visit", where: "where", why: "why" };
const OF_ONE = new Set(["ask", "home-test", "routine"]);
const COMMAND = new RegExp(`(?<![\\p{L}\\d])(?:'|\\u201e)(?:footfall )?(${Object.keys(SCREENS).join("|")})(?: ([^'\\u201c]*))?(?:'|\\u201c)`, "gu");

/**
 * A text of the core as texts and links, in its order.
 * @returns {(string|{href: string, words: string})[]}
 */
export function withLinks(text) {
  const parts = [];
  let end = 0;
  for (const { 0: whole, 1: command, 2: named, index } of text.matchAll(COMMAND)) {
    const screen = SCREENS[command];
    const one = OF_ONE.has(command) && /^[a-z_]+$/.test(named ?? "") ? `/${named}` : "";
    if (!has(`nav.${screen}`)) continue;
    parts.push(text.slice(end, index), { href: `#/${screen}${one}`, words: t(`nav.${screen}`) });
    end = index + whole.length;
  }
  return [...parts, text.slice(end)];
}
