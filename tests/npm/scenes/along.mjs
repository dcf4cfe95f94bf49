// What is taken along: the days to look at habits again, in a calendar, and what is told for the note.
import { readFileSync } from "node:fs";
import { check, go, violations } from "../stage.mjs";

async function habitsInACalendar(page) {
  await go(page, "habits");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save for the calendar" }).click();
  const file = readFileSync(await (await saved).path(), "utf8");
  const habits = await page.locator("ol.plain > li").count();
  await page.locator("#content").getByText("days to look again").waitFor();
  check("habits: each is an event of the calendar that is saved",
    habits === 6 && file.match(/BEGIN:VEVENT/g)?.length === habits, `${habits}\n${file.slice(0, 300)}`);
  const again = readFileSync(await (await Promise.all([page.waitForEvent("download"),
    page.getByRole("button", { name: "Save for the calendar" }).click()]))[0].path(), "utf8");
  const uids = (text) => text.match(/^UID:.*/gm).sort().join();
  check("habits: saved again they are the same events", uids(again) === uids(file));
  const found = await violations(page);
  check("habits: what was saved is told to everybody (axe)", found.length === 0, found.join("\n"));
}

async function toldForTheNote(page) {
  await go(page, "visit");
  const put = page.getByRole("button", { name: "Put it on the note" });
  await page.getByLabel("Medicines that you take").fill("metformin 500 mg,\ntwice a day");
  await page.getByLabel("What you want to ask").fill("May I go on running?");
  await put.click();
  await page.locator("article").getByText("metformin 500 mg, twice a day (as told on").waitFor();
  check("the note: what is told stands on it", await page.locator("article").getByText("The runner asks: May I go on running?").isVisible());
  check("the note: the focus stays where it was", await put.evaluate((node) => node === document.activeElement));
  const found = await violations(page);
  check("the note: its fields can be used by everybody (axe)", found.length === 0, found.join("\n"));
  await page.reload();
  await put.waitFor();
  check("the note: it is there after a reload",
    await page.getByLabel("Medicines that you take").inputValue() === "metformin 500 mg, twice a day");
  await page.getByLabel("Medicines that you take").fill("");
  await put.click();
  await page.locator("article").getByText("metformin").waitFor({ state: "detached" });
  check("the note: what is emptied is taken back, and the rest stays",
    await page.getByLabel("What you want to ask").inputValue() === "May I go on running?");
  if (process.env.FOOTFALL_SHOT) await page.screenshot({ path: process.env.FOOTFALL_SHOT, fullPage: false });
}

export const scenes = [
  { name: "told for the note", journal: "along", play: toldForTheNote },
  { name: "habits in a calendar", journal: "along", play: habitsInACalendar },
];
