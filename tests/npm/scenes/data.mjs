// Your data: a copy and an export that are taken along, and forgetting everything, which is asked for twice.
import { readFileSync } from "node:fs";
import { appears, check, go, tooWide, violations } from "../stage.mjs";

async function save(page, name) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).first().click();
  const download = await coming;
  await page.getByText("is in your downloads").first().waitFor();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function takeAlong(page) {
  await page.getByRole("contentinfo").getByRole("link", { name: "Your data" }).click();
  await page.getByRole("heading", { name: "Your data" }).waitFor();
  const where = page.locator("section.box");
  check("your data: it is told where it lies and what is in it", await appears(where.filter({ hasText: "40 runs" }))
    && /\/forget\.footfall/.test(await where.innerText()), await where.innerText());
  const copy = await save(page, "Save a copy");
  check("your data: a copy is a journal", /^footfall-\d{4}-\d\d-\d\d\.footfall$/.test(copy.name)
    && copy.bytes.subarray(0, 15).toString() === "SQLite format 3", copy.name);
  const text = await save(page, "Save it as text");
  const rows = JSON.parse(text.bytes.toString());
  check("your data: as text it is whole", text.name === "footfall.json"
    && rows.at(-1).rows === rows.length - 2, JSON.stringify(rows.at(-1)));
}

async function changeOnesMind(page) {
  await page.getByRole("button", { name: "I want to forget everything" }).click();
  await page.getByRole("heading", { name: "Are you sure?" }).waitFor();
  check("your data: the second question takes the focus",
    await page.evaluate(() => document.activeElement.textContent) === "Are you sure?");
  const found = await violations(page);
  check("your data: the second question can be used by everybody (axe)", found.length === 0, found.join("\n"));
  await page.getByLabel("To go on, type").fill("yes");
  await page.getByRole("button", { name: "Forget everything for good" }).click();
  await page.getByRole("alert").getByText("Nothing was forgotten").waitFor();
  check("your data: other words forget nothing, and stay as they were typed",
    await page.getByLabel("To go on, type").inputValue() === "yes");
  await page.getByRole("button", { name: "No, keep it" }).click();
  check("your data: the focus is not lost when one keeps it",
    await page.evaluate(() => document.activeElement.textContent) === "I want to forget everything");
}

async function forget(page) {
  await takeAlong(page);
  await changeOnesMind(page);
  await page.getByRole("button", { name: "I want to forget everything" }).click();
  await page.getByLabel("To go on, type").fill("Forget everything");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Everything is forgotten" }).waitFor();
  const told = await page.locator("main").innerText();
  check("your data: what is gone is told, and what stays", /40 runs/.test(told) && /backups/.test(told), told);
  check("your data: that fits too", await tooWide(page) <= 0);
  await go(page, "runs");
  check("your data: no run is left", await page.locator(".runs > li").count() === 0);
  await page.reload();
  await go(page, "data");
  check("your data: nor after a reload", await page.getByText("Nothing is kept yet").isVisible());
}

export const scenes = [
  { name: "your data", journal: "forget", play: forget },
];
