// The page in German: what a German browser shows, and a language that is chosen and kept.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { texts as german } from "../../../page/texts/de.js";
import { texts as english } from "../../../page/texts/en.js";
import { PHONE, check, go, settled, tooWide, violations } from "../stage.mjs";

const SCREENS = ["start", "questions", "questions/onset_time", "why", "todo", "habits", "lace", "shoes", "step", "plan",
  "routines", "routines/flexibility", "pad", "tests", "tests/lunge", "visit", "runs", "runs/40", "patterns", "trial", "data"];

/** Texts of the page that stand there in English, keys of texts, and English that is not said to be English. */
async function notGerman(page) {
  const own = new Set(Object.values(german));
  const forgotten = Object.values(english).filter((text) => !own.has(text) && !text.includes("{"));
  return page.evaluate(({ forgotten, keys }) => {
    const words = /\b(?:the|and|of|your|you|with|is|are|when|this|that|not)\b/i;
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent.trim();
      const element = walk.currentNode.parentElement;
      if (element.closest("[lang=en], code, .path, noscript")) continue;
      if (forgotten.includes(text) || keys.includes(text) || words.test(text)) found.push(text);
    }
    return found;
  }, { forgotten, keys: Object.keys(english).filter((key) => key.includes(".")) });
}

async function everyScreen(page) {
  check("in German: the page says that it is", await page.evaluate(() => document.documentElement.lang) === "de");
  let left = 0;
  for (const screen of SCREENS) {
    await go(page, screen);
    for (const details of await page.locator("main details:not([open]) > summary").all()) {
      if (await details.isVisible()) await details.click();
    }
    await settled(page);
    const found = await notGerman(page);
    check(`in German: ${screen} is`, found.length === 0, found.join("\n"));
    left += await page.locator("main span[lang=en]:not(.sources *, .document *)").count();
    const wide = await tooWide(page);
    check(`in German: ${screen} is no wider than the screen`, wide <= 0, `${wide} px too wide`);
    const axe = await violations(page);
    check(`in German: ${screen} can be used by everybody (axe)`, axe.length === 0, axe.join("\n"));
  }
  check("in German: hardly a sentence of the core's is left in English", left <= 6, `${left}`);
}

async function numbers(page) {
  await go(page, "patterns");
  const shown = await page.locator("main").innerText();
  check("in German: numbers have a comma", /\d,\d km/.test(shown) && !/\d\.\d+ (?:km|%)/.test(shown), shown.slice(0, 2000));
  await go(page, "runs");
  check("in German: days are", /\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?, \d+\. \p{L}+\.? 2026/u.test(
    await page.locator("main h2").first().innerText()), await page.locator("main h2").first().innerText());
}

async function safety(page) {
  await go(page, "questions");
  check("in German: safety comes first",
    await page.locator("#question").innerText() === german["questions.checklist.emergency"]);
  const lines = await page.locator(".line legend").allInnerTexts();
  check("in German: every line of the safety checklist is",
    lines.length >= 8 && await page.locator(".line [lang=en]").count() === 0
      && lines.some((line) => /zwischen den Beinen/.test(line)), lines.join("\n"));
  await page.locator(".line").first().getByLabel("Ja").check({ force: true });
  await page.locator("main .actions button").first().click();
  await page.locator(".alarm").waitFor();
  const alarm = await page.locator(".alarm").innerText();
  check("in German: a red flag says what to do", alarm.includes("Ruf jetzt den Rettungsdienst.")
    && await page.locator(".alarm [lang=en]").count() === 0, alarm);
  await go(page, "trial");
  await go(page, "plan");
  check("in German: so does what is refused under it", await page.locator("main span[lang=en]").count() === 0
    && (await notGerman(page)).length === 0, await page.locator("main").innerText());
}

/** Another start of the program on the same journal, as on the next day: its port and its key are new. */
async function startAgain(journal) {
  const program = spawn(process.env.FOOTFALL_PROGRAM ?? "footfall", ["--journal", journal, "open", "--no-browser", "--json"]);
  const [line] = await createInterface({ input: program.stdout })[Symbol.asyncIterator]().next().then(({ value }) => [value]);
  return { program, address: JSON.parse(line).address };
}

async function kept(page, { context, server }) {
  const language = () => page.evaluate(() => document.documentElement.lang);
  check("a language is chosen: English where the browser asks for nothing else", await language() === "en");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: german["start.title"] }).waitFor();
  check("a language is chosen: the page speaks it", await language() === "de"
    && await page.getByRole("button", { name: "Deutsch" }).getAttribute("aria-pressed") === "true");
  check("a language is chosen: the focus stays where it was pressed, and it is announced",
    await page.evaluate(() => document.activeElement.textContent) === "Deutsch"
      && await page.locator("#status").innerText() === german["language.now"]);
  await page.reload();
  await page.getByRole("heading", { name: german["start.title"] }).waitFor();
  check("a language is chosen: it is spoken after a reload", await language() === "de");
  const journal = await page.locator("main code.path").first().innerText();
  process.kill(server.pid, "SIGTERM");
  const { program, address } = await startAgain(journal);
  const next = await context.browser().newContext({ locale: "en-GB" });
  const tomorrow = await next.newPage();
  await tomorrow.goto(address);
  await tomorrow.getByRole("heading", { name: german["start.title"] }).waitFor();
  check("a language is chosen: it is spoken after the next start, in a browser that asks for another",
    await tomorrow.evaluate(() => document.documentElement.lang) === "de");
  await tomorrow.getByRole("button", { name: "English" }).click();
  await tomorrow.getByRole("heading", { name: english["start.title"] }).waitFor();
  await tomorrow.reload();
  await tomorrow.getByRole("heading", { name: english["start.title"] }).waitFor();
  check("a language is chosen: English again", await tomorrow.evaluate(() => document.documentElement.lang) === "en");
  await next.close();
  program.kill("SIGTERM");
}

async function inGerman(page) {
  await everyScreen(page);
  await numbers(page);
}

const GERMAN = { locale: "de-DE" };

export const scenes = [
  { name: "in German", journal: "demo", options: { ...GERMAN, viewport: PHONE }, play: inGerman },
  { name: "safety in German", journal: "german", options: GERMAN, play: safety },
  { name: "a language is chosen", journal: "german_kept", play: kept },
];
