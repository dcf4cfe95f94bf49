// A plan is written, saved for the calendar, and ended.
import { readFileSync } from "node:fs";
import { DESK, PHONE, changed, check, go, tooWide, violations } from "../stage.mjs";

/** The form as it stands there, with nothing filled in. */
async function askForNothing(page, of) {
  await page.getByRole("button", { name: "Write the plan" }).click();
  await page.locator("main table.words").first().waitFor();
  check(`${of}: without a wish a plan is written that fits the runs`,
    await page.locator("main table.words tbody tr").count() > 3);
}

async function writeAPlan(page, of) {
  await go(page, "plan");
  await page.getByText("A calendar that was saved earlier").click();
  await page.getByRole("button", { name: "Call off its runs" }).click();
  await page.getByText("there is nothing to call off").waitFor();
  await page.locator("form.card input[type=text]").fill("15km");
  for (const day of ["Tuesday", "Thursday", "Saturday"]) await page.getByLabel(day).check();
  await page.getByRole("button", { name: "Write the plan" }).click();
  await page.locator("main table.words").first().waitFor();
  const rows = await page.locator("main table.words tbody tr").count();
  await changed(page, "**/api/plan/calendar", (value) => { value.time_zone = null; });
  await page.getByRole("button", { name: "Save for the calendar" }).click();
  await page.locator("main").getByText("Nobody told in which time zone").waitFor();
  await page.unroute("**/api/plan/calendar");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save for the calendar" }).click();
  const file = readFileSync(await (await saved).path(), "utf8");
  check(`${of}: the plan's runs are in the calendar that is saved`,
    rows > 3 && file.match(/BEGIN:VEVENT/g)?.length === rows, `${rows} rows\n${file.slice(0, 300)}`);
  check(`${of}: it is said how to take it in, and again when the plan has changed`,
    await page.locator("main").getByText("take it in again").isVisible());
  await page.setViewportSize(DESK);
  const planned = await page.locator("table.calendar .planned").count();
  check(`${of}: on a desk every run stands in its day of the calendar`,
    planned === rows && await page.locator("table.calendar").isVisible(), `${planned} of ${rows}`);
  await page.setViewportSize(PHONE);
  check(`${of}: a phone shows them in words`, await page.locator("table.calendar").isHidden()
    && await page.locator("main table.words").first().isVisible());
  const wide = await tooWide(page);
  check(`${of}: the plan is no wider than the screen`, wide <= 0, `${wide} px too wide`);
  const found = await violations(page);
  check(`${of}: the plan can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.reload();
  await page.locator("main table.words").first().waitFor();
  check(`${of}: the plan is there after a reload`, await page.locator("main table.words tbody tr").count() === rows);
  await page.getByText("Another plan").click();
  await page.getByRole("button", { name: "End this plan" }).click();
  await page.locator("main").getByText("The plan is ended").waitFor();
  const calledOff = page.waitForEvent("download");
  await page.getByRole("button", { name: "Call off its runs" }).click();
  const off = readFileSync(await (await calledOff).path(), "utf8");
  await page.locator("main").getByText("calls off the runs").waitFor();
  check(`${of}: what was saved for the calendar can be called off when the plan is ended`,
    off.match(/STATUS:CANCELLED/g)?.length === rows, off.slice(0, 300));
}

async function aPlan(page) {
  await go(page, "questions");
  for (let i = 0; i < 6 && await page.locator(".line").count() > 0; i++) {
    const before = await page.locator("main").innerHTML();
    await page.locator("main .actions button").first().click();
    await page.waitForFunction((html) => document.querySelector("main").innerHTML !== html, before);
    await page.locator("#question").waitFor();
  }
  await writeAPlan(page, "a plan");
  await askForNothing(page, "a plan");
}

export const scenes = [
  { name: "a plan", journal: "plan", options: { viewport: PHONE }, play: aPlan },
];
