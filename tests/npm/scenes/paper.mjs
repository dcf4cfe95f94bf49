// What is printed: a pad behind the ball, of true size; the note for a doctor, on one sheet.
import { DESK, PHONE, check, go, settled, tooWide, violations } from "../stage.mjs";

const MM = 96 / 25.4; // pixels, as browsers count them
const LEAST_LETTER_PX = 9;

async function aPad(page) {
  const of = "a pad";
  await go(page, "pad");
  await page.getByLabel("Length of the foot in mm").fill("262");
  await page.getByRole("button", { name: "Show where it goes" }).click();
  const drawing = page.locator(".true-size svg");
  await drawing.waitFor();
  await settled(page);
  const letters = await drawing.locator("text").evaluateAll((all) =>
    all.map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a));
  check(`${of}: the letters of its drawing can be read on a phone`, letters.length > 5
    && Math.min(...letters) >= LEAST_LETTER_PX, Math.min(...letters));
  check(`${of}: it is no wider than the screen`, await tooWide(page) <= 0);
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await page.getByRole("button", { name: "Print it at true size" }).click();
  check(`${of}: it is printed`, await page.evaluate(() => window.printed === true));
  await page.emulateMedia({ media: "print" });
  const bar = await drawing.locator("line.scale").first().boundingBox();
  check(`${of}: on paper its bar measures 100 mm`, Math.abs(bar.width / MM - 100) < 1, `${bar.width / MM} mm`);
  const { width, height } = await drawing.boundingBox();
  check(`${of}: and it fits a sheet of A4`, width / MM <= 190 && height / MM <= 277, `${width / MM} ${height / MM}`);
  check(`${of}: without the form and the buttons`, await page.locator("main form").isHidden()
    && await page.locator("main .actions").first().isHidden());
}

/** The sheets that a screen takes when it is printed on A4. */
async function sheets(page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

/** The contrast of what is written to what it is written on, as WCAG has it. */
const contrast = (page) => page.evaluate(() => {
  const light = (css) => css.match(/\d+/g).slice(0, 3).map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0.05);
  const { color, backgroundColor } = getComputedStyle(document.documentElement);
  return light(backgroundColor) / light(color);
});

async function aNote(page) {
  const of = "a note on paper";
  await go(page, "visit");
  await page.locator("article.document").waitFor();
  check(`${of}: it is one sheet`, await sheets(page) === 1, await sheets(page));
  await page.emulateMedia({ media: "print" });
  check(`${of}: dark letters on white, also of a dark screen`, await contrast(page) > 15, await contrast(page));
  check(`${of}: what is said, measured, guessed and not asked stands apart`, (await page.locator(".document h2").allInnerTexts())
    .filter((text) => /^(Said|Measured|Guessed|Not asked)/.test(text)).length === 4);
  check(`${of}: without form, buttons and frame`, await page.locator("form").isHidden()
    && await page.locator("nav").isHidden() && await page.getByRole("button").count() === 0);
}

export const scenes = [
  { name: "a note on paper", journal: "demo", options: { viewport: DESK, colorScheme: "dark" }, play: aNote },
  { name: "a pad", journal: "pad", options: { viewport: PHONE, hasTouch: true }, play: aPad },
];
