// What is taken along of the habits: the days to look again, in a calendar.
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

export const scenes = [
  { name: "habits in a calendar", journal: "along", play: habitsInACalendar },
];
