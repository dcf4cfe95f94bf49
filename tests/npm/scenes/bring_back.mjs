// Bringing back a copy: what is in it is told first, what is no copy is refused, a server that dies in the midst
// loses nothing, and what is there is never touched.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startAgain } from "../given.mjs";
import { appears, check, go, tooWide, violations } from "../stage.mjs";

const browser = join(process.env.TMPDIR, "browser");

/** A folder with a copy and an export of the journal that holds the demo's runs, and with files that are neither. */
function made(name) {
  const folder = join(browser, `back_${name}`);
  mkdirSync(folder);
  const plain = ["--journal", join(browser, "plain.footfall")];
  execFileSync(process.env.FOOTFALL_PROGRAM, [...plain, "copy", join(folder, "saved.footfall")]);
  execFileSync(process.env.FOOTFALL_PROGRAM, [...plain, "export", "--only", "json", folder]);
  const copy = readFileSync(join(folder, "saved.footfall"));
  const damaged = Buffer.from(copy);
  damaged.fill(0xa5, 8192 * 3, 8192 * 6);
  const newer = Buffer.from(copy);
  newer.writeUInt32BE(99, 60); // where SQLite keeps the version
  writeFileSync(join(folder, "damaged.footfall"), damaged);
  writeFileSync(join(folder, "newer.footfall"), newer);
  writeFileSync(join(folder, "photo.jpg"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  writeFileSync(join(folder, "cut.json"), readFileSync(join(folder, "footfall.json")).subarray(0, 50000));
  return (one) => join(folder, one);
}

const section = (page) => page.locator("section", { has: page.getByRole("heading", { name: "Bring back a copy" }) });
const heading = (page, words) => section(page).getByRole("heading", { level: 3, name: words });
const isFocused = (locator) => locator.evaluate((node) => node === document.activeElement);
const button = (page, name) => section(page).getByRole("button", { name, exact: true });

async function give(page, path, words) {
  await section(page).locator("input[type=file]").setInputFiles(path);
  await heading(page, words).waitFor();
}

async function isSound(page, what) {
  const found = await violations(page);
  check(`a copy: ${what} can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.setViewportSize({ width: 360, height: 740 });
  check(`a copy: ${what} is no wider than a phone`, await tooWide(page) <= 0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function refused(page, file) {
  for (const [name, words] of [["photo.jpg", /photo\.jpg: it is neither a copy nor an export/],
    ["damaged.footfall", /damaged\.footfall:/], ["newer.footfall", /newer\.footfall: .*99.*update footfall/s],
    ["cut.json", /cut\.json: line \d+/]]) {
    await give(page, file(name), "This file cannot be brought back. Nothing has changed.");
    const told = await section(page).getByRole("alert").filter({ hasText: name }).innerText();
    check(`a copy: ${name} is refused by its name`, words.test(told), told);
  }
  check("a copy: the refusal takes the focus", await isFocused(heading(page, "This file cannot")));
  await isSound(page, "a refusal");
  check("a copy: nothing came of them", await page.getByText("Nothing is kept yet").isVisible());
}

async function bringBack(page, { noise }) {
  const file = made("whole");
  await go(page, "data");
  await refused(page, file);

  await give(page, file("saved.footfall"), "What is in saved.footfall");
  check("a copy: what is in it takes the focus", await isFocused(heading(page, "What is in saved.footfall")));
  check("a copy: how much is in it is told before anything happens", /40 runs/.test(await section(page).innerText())
    && await page.getByText("Nothing is kept yet").isVisible(), await section(page).innerText());
  await isSound(page, "what is in it");
  await page.reload();
  check("a copy: it waits for a yes over a reload", await appears(heading(page, "What is in saved.footfall")));
  await go(page, "start");
  check("a copy: it is no import of runs", await page.locator(".drop-place").isVisible());
  await go(page, "data");
  await button(page, "No, leave it").click();
  check("a copy: one can say no", await appears(button(page, "Choose the copy")));

  await give(page, file("footfall.json"), "What is in footfall.json");
  await button(page, "Bring it back").click();
  await heading(page, "It is back").waitFor();
  const where = page.locator("section.box").first();
  check("a copy: then it is there", await appears(where.filter({ hasText: "40 runs" })), await where.innerText());
  await page.waitForFunction(() => document.activeElement.matches("#back h3"));
  check("a copy: that is said, and has the focus", await isFocused(heading(page, "It is back"))
    && await page.locator("#status").innerText() === "It is back");
  await isSound(page, "its end");
  await button(page, "Close").click();
  check("a copy: where something is kept there is no way to put one over it",
    await appears(section(page).getByText("never writes one over it"))
      && await section(page).locator("input[type=file]").count() === 0);
  await go(page, "runs");
  check("a copy: its runs are there", await appears(page.locator(".runs > li").filter({ hasText: "Run 40" })));
  check("a copy: nobody answered with trouble", noise.length === 0, noise.join("\n"));
}

/** Has the server killed while it is asked, and tells when the page has noticed. */
async function killedDuring(page, pid, path, act) {
  const asked = page.waitForRequest(path);
  await page.route(path, (route) => {
    process.kill(pid, "SIGSTOP"); // it takes the request, and never comes to answer it
    return route.continue();
  });
  await act();
  await asked;
  process.kill(pid, "SIGKILL");
  await heading(page, "It is not done yet").waitFor();
  await page.unroute(path);
}

async function hasStarted(page, context, again) {
  const { child, address } = await again();
  const other = await context.newPage();
  await other.goto(address);
  await page.locator("#silence").getByText("footfall has stopped").waitFor({ state: "detached" });
  await other.close();
  return child;
}

async function killed(page, { noise, context, server }) {
  const file = made("killed");
  const again = startAgain(server.pid, new URL(server.address).port);
  await go(page, "data");
  const choose = () => section(page).locator("input[type=file]").setInputFiles(file("saved.footfall"));
  await killedDuring(page, server.pid, "**/api/restore/look", choose);
  check("killed while it looks: it is said where it happened, with what to do",
    /footfall open/.test(await section(page).getByRole("alert").innerText()));
  let child = await hasStarted(page, context, again);
  try {
    await button(page, "Try again").click();
    await heading(page, "What is in saved.footfall").waitFor();
    check("killed while it looks: the copy goes on its way once more", true);
    await killedDuring(page, child.pid, "**/api/restore", () => button(page, "Bring it back").click());
    child = await hasStarted(page, context, again);
    await button(page, "Try again").click();
    await button(page, "Choose the copy").waitFor();
    check("killed while it brings back: nothing is there by half", await page.getByText("Nothing is kept yet").isVisible());
    await give(page, file("saved.footfall"), "What is in saved.footfall");
    await button(page, "Bring it back").click();
    await heading(page, "It is back").waitFor();
    check("killed while it brings back: and then it is whole",
      await appears(page.locator("section.box").filter({ hasText: "40 runs" })));
    noise.length = 0; // the browser itself notes that nobody answered
  } finally {
    child.kill("SIGTERM");
  }
}

export const scenes = [
  { name: "a copy brought back", journal: "empty_back", play: bringBack },
  { name: "killed while a copy comes back", journal: "empty_back_killed", play: killed },
];
