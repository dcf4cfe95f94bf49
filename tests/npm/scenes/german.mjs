// The page in German: what a German browser shows, and a language that is chosen and kept.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { texts as german } from "../../../page/texts/de.js";
import { texts as english } from "../../../page/texts/en.js";
import { demoFolder, demoNames } from "../given.mjs";
import { PHONE, check, go, settled, tooWide, violations } from "../stage.mjs";

const SCREENS = ["start", "questions", "questions/onset_time", "why", "todo", "habits", "lace", "shoes", "step", "plan",
  "routines", "routines/flexibility", "pad", "tests", "tests/lunge", "visit", "where", "runs", "runs/40", "patterns", "trial", "data"];

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
  const left = [];
  for (const screen of SCREENS) {
    await go(page, screen);
    for (const details of await page.locator("main details:not([open]) > summary").all()) {
      if (await details.isVisible()) await details.click();
    }
    await settled(page);
    const found = await notGerman(page);
    check(`in German: ${screen} is`, found.length === 0, found.join("\n"));
    left.push(...await page.locator("main [lang=en]:not(.sources, .sources *)").allInnerTexts());
    const wide = await tooWide(page);
    check(`in German: ${screen} is no wider than the screen`, wide <= 0, `${wide} px too wide`);
    const axe = await violations(page);
    check(`in German: ${screen} can be used by everybody (axe)`, axe.length === 0, axe.join("\n"));
  }
  check("in German: no sentence of the core's is left in English", left.length === 0, left.join("\n"));
}

/** What is drawn over the feet, and what is known of each: shown when it is chosen. */
async function overlays(page) {
  await go(page, "where");
  const select = page.locator(".overlay select");
  const found = [];
  for (const value of await select.locator("option").evaluateAll((options) => options.map((option) => option.value))) {
    await select.selectOption(value);
    found.push(...await notGerman(page), ...await page.locator(".overlay [lang=en]").allInnerTexts());
  }
  check("in German: so is what is known of each nerve", found.length === 0, found.join("\n"));
}

/** The note for a doctor as the file that is handed on. */
async function note(page) {
  await go(page, "visit");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: german["document.save"] }).click();
  const file = readFileSync(await (await coming).path(), "utf8");
  check("in German: the note as a file is, and looks as the program's",
    /<html[^>]* lang="de"/.test(file) && file.includes("<style>") && file.includes("Blatt für die Arztpraxis")
      && !/\blang="en"/.test(file), file.match(/.{80}lang="en".{200}/gs)?.join("\n") ?? file.slice(0, 600));
  const again = await page.context().newPage();
  await again.setContent(file);
  check("in German: and stands as it was when it is read again", await again.locator("h1").count() === 1
    && await again.locator("h2").count() === await page.locator("article h2").count());
  await again.close();
}

/** The texts of red flags, in English and in German. */
function dangers() {
  const text = readFileSync(new URL("../../../knowledge/languages/de.txt", import.meta.url), "utf8");
  return text.split(/^# /m).filter((part) => part.startsWith("flag "))
    .flatMap((part) => [...part.replace(/\n {4}/g, " ").matchAll(/^en: (.*)\nde: (.*)$/gm)]).map(([, en, de]) => ({ en, de }));
}

/** A red flag whose English is another than the table's is shown in English whole: an old word, or half of it, would be false. */
async function changedDangers(page) {
  const flags = dangers();
  const wrong = await page.evaluate(async (list) => {
    const { translated } = await import("./core_words.js");
    const forms = [(text) => `${text} Do not wait.`, (text) => text.replace(/ \w+([.?]?)$/, " elsewhere$1"),
      (text) => text.replace(/^\w+/, "Never"), (text) => `Never: ${text}`, (text) => `${text.replace(/[.?]$/, "")}, or not at all`,
      (text) => `It is none of these; ${text}`, (text) => text.replace(/(\w+) (\w+)/, "$1 not $2")];
    const say = (text) => translated({ text }).text;
    return list.flatMap(({ en, de }) => [...(say(en) === de ? [] : [`${en} is ${say(en)}`]),
      ...forms.map((form) => form(en)).filter((text) => text !== en && say(text) !== text).map((text) => `${text} became ${say(text)}`)]);
  }, flags);
  check(`in German: ${flags.length} texts of red flags are, and each is English whole where its English changed`,
    flags.length > 100 && wrong.length === 0, wrong.join("\n"));
}

/** What is wrong with what was typed, and with files. */
async function errors(page) {
  const english = () => page.locator("main [lang=en]").allInnerTexts();
  await go(page, "plan");
  await page.locator("input[name=goal]").fill("5 Meilen");
  await page.locator("main form button[type=submit]").first().click();
  await page.locator(".trouble").waitFor();
  const said = await page.locator(".trouble").innerText();
  check("in German: what is wrong with a goal is said, and what to do", said.includes("„5 Meilen“ ist kein Ziel")
    && (await english()).length === 0, said);
  await page.getByRole("navigation").getByRole("link").first().click();
  await page.getByRole("button", { name: german["unkept.leave"] }).click(); // what was typed is not kept

  const folder = join(process.env.TMPDIR, "browser", "given_german");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "notizen.txt"), "Schuhe kaufen\n");
  writeFileSync(join(folder, "leer.fit"), "");
  writeFileSync(join(folder, "kaputt.fit"), readFileSync(join(demoFolder, demoNames()[1])).subarray(0, 5000));
  writeFileSync(join(folder, "kaputt.gpx"), "<gpx><trk>");
  writeFileSync(join(folder, "kaputt.zip"), "PK\u0003\u0004 ...");
  await go(page, "start");
  await page.locator(".import input[type=file]:not([webkitdirectory])").setInputFiles(
    ["notizen.txt", "leer.fit", "kaputt.fit", "kaputt.gpx", "kaputt.zip"].map((name) => join(folder, name)));
  await page.locator(".outcomes li").nth(4).waitFor();
  check("in German: what is wrong with each file is", (await notGerman(page)).length === 0
    && (await english()).length === 0, `${await page.locator(".import").innerText()}\n${(await english()).join("\n")}`);
}

async function numbers(page) {
  await go(page, "patterns");
  const shown = await page.locator("main").innerText();
  check("in German: numbers have a comma", /\d,\d km/.test(shown) && !/\d\.\d+ (?:km|%)/.test(shown), shown.slice(0, 2000));
  await go(page, "runs");
  check("in German: days are", /\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?, \d+\. \p{L}+\.? 2026/u.test(
    await page.locator("main h2").first().innerText()), await page.locator("main h2").first().innerText());
}

async function safety(page, { noise }) {
  await errors(page);
  noise.length = 0; // the browser itself notes that a goal was refused
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
  await overlays(page);
  await note(page);
  await changedDangers(page);
  await numbers(page);
}

const GERMAN = { locale: "de-DE" };

export const scenes = [
  { name: "in German", journal: "demo", options: { ...GERMAN, viewport: PHONE }, play: inGerman },
  { name: "safety in German", journal: "german", options: GERMAN, play: safety },
  { name: "a language is chosen", journal: "german_kept", play: kept },
];
