// Your data: a copy and an export that are taken along, and forgetting everything, which is asked for twice.
import { readFileSync } from "node:fs";
import { appears, check, go, tooWide, violations } from "../stage.mjs";

async function save(page, name) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).first().click();
  const download = await coming;
  await page.locator("main").getByText(`${download.suggestedFilename()} (`).waitFor();
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

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** The names that the directory of a zip tells. */
const namesIn = (zip) => [...zip.toString("latin1").matchAll(/PK\x01\x02[^]{24}([^])([^])[^]{16}/g)].map((found) => {
  const at = found.index + found[0].length;
  return zip.toString("latin1", at, at + zip[found.index + 28] + 256 * zip[found.index + 29]);
});

async function stopInTheMidst(page) {
  let steps = 0;
  await page.route("**/api/export/step", async (route) => { // as slow as it is with a thousand runs
    steps += 1;
    const response = await route.fetch();
    if (steps > 1) await new Promise((done) => setTimeout(done, 50));
    await route.fulfill(steps > 40 ? { response }
      : { response, json: { ...await response.json(), state: "making", share: steps / 100 } });
  });
  await button(page, "Save the runs as tables").click();
  const bar = page.locator("progress");
  await page.waitForFunction(() => document.querySelector("progress")?.value > 0.02);
  check("runs taken along: one sees how far it is", await bar.isVisible());
  const found = await violations(page);
  check("runs taken along: it can be used by everybody while it is made (axe)", found.length === 0, found.join("\n"));
  await button(page, "Stop").click();
  await page.locator("main").getByText("Stopped. There is no file.").waitFor();
  check("runs taken along: the focus is not lost when it is stopped",
    await page.evaluate(() => document.activeElement.textContent) === "Save the runs as tables");
  check("runs taken along: that is announced", await page.locator("#status").innerText() === "Stopped. There is no file.");
  await button(page, "Save the runs as tables").click();
  await page.waitForFunction(() => document.querySelector("progress")?.value > 0);
  await save(page, "Save the runs as tracks");
  check("runs taken along: one at a time, and who waits for the other is told",
    await appears(page.locator("main").getByText("Stopped. There is no file.")));
  await page.unrouteAll({ behavior: "wait" });
}

async function takeRuns(page, { noise }) {
  await go(page, "data");
  for (const [name, kind] of [["Save the runs as tables", "csv"], ["Save the runs as tracks", "gpx"]]) {
    const zip = await save(page, name);
    const names = namesIn(zip.bytes);
    check(`runs taken along: ${kind}: a file a run, in one zip`, new RegExp(`^footfall-\\d{4}-\\d\\d-\\d\\d-${kind}\\.zip$`).test(zip.name)
      && names.length === 40 && names.every((one) => new RegExp(`^\\d{4}-\\d\\d-\\d\\d run \\d+\\.${kind}$`).test(one)),
    `${zip.name} ${names.length} ${names[0]}`);
  }
  check("runs taken along: no trouble so far", noise.length === 0, noise.join("\n"));
  await stopInTheMidst(page);

  await page.route("**/api/export/step", (route) => route.fulfill({ status: 500, json: { error: { code: "FF_ERR_DISK_FULL",
    message: "there is no room left for it", where: "the export", next: "free some space" } } }));
  await button(page, "Save it as text").click();
  const told = page.getByRole("alert").filter({ hasText: "no room left" });
  check("runs taken along: trouble is said where it happened, with what to do", await appears(told)
    && /free some space/.test(await told.innerText()));
  await page.unroute("**/api/export/step");
  const text = await save(page, "Save it as text");
  check("runs taken along: and then it goes", text.bytes.length > 100000);
  noise.length = 0; // the answer that was made up, and the one about what was over
}

async function nothingToTake(page) {
  await go(page, "data");
  await button(page, "Save the runs as tracks").click();
  check("nothing to take along: no empty file is given", await appears(page.locator("main").getByText("No run holds positions, so there is no file.")));
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
  { name: "runs taken along", journal: "along_runs", play: takeRuns },
  { name: "nothing to take along", journal: "empty_along", play: nothingToTake },
];
