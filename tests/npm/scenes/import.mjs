// Bringing in runs: by choosing, dropping, as a folder, as a zip; what is no run; how far it is; stopping,
// going on; the sample runner.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoFolder, demoNames } from "../given.mjs";
import { appears, check, go, skip, tooWide, violations } from "../stage.mjs";

const own = (name) => {
  const folder = join(process.env.TMPDIR, "browser", `given_${name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
};

const files = (page) => page.locator(".import input[type=file]:not([webkitdirectory])");
const folders = (page) => page.locator(".import input[webkitdirectory]");
const headline = (page) => page.locator(".import h3[tabindex]");
const close = (page) => page.locator(".import").getByRole("button", { name: "Close" }).click();

async function bringIn(page, input, given, wanted) {
  await input.setInputFiles(given);
  await headline(page).filter({ hasText: wanted }).waitFor();
}

async function drop(page, given) {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
    return data;
  }, given.map(({ name, bytes }) => ({ name, text: bytes.toString("base64") })));
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  const sign = await page.locator(".drop-sign").isVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  return sign;
}

async function choose(page) {
  await go(page, "start");
  await bringIn(page, files(page), join(demoFolder, demoNames()[0]), "1 new run");
  check("bringing in: one file of the watch is a run", await appears(page.getByText("There is 1 run.")));
  await close(page);
  check("bringing in: the place for more is there again", await page.locator(".drop-place").isVisible());

  const folder = own("wrong");
  writeFileSync(join(folder, "notes.txt"), "to do: buy shoes\n");
  writeFileSync(join(folder, "cut.fit"), readFileSync(join(demoFolder, demoNames()[1])).subarray(0, 5000));
  writeFileSync(join(folder, "nothing.fit"), "");
  await bringIn(page, files(page), ["notes.txt", "cut.fit", "nothing.fit"].map((name) => join(folder, name)), /new run/);
  const line = (name) => page.locator(".outcomes li", { hasText: name }).innerText();
  check("bringing in: a file that is no run says so beside its name", /No run: a text/.test(await line("notes.txt")), await line("notes.txt"));
  check("bringing in: an empty one says so, and what to do",
    /Not read: holds no bytes/.test(await line("nothing.fit")) && /again/.test(await line("nothing.fit")), await line("nothing.fit"));
  check("bringing in: a damaged one says where", /byte \d+/.test(await line("cut.fit")), await line("cut.fit"));
  const found = await violations(page);
  check("bringing in: what became of it can be used by everybody (axe)", found.length === 0, found.join("\n"));
  await close(page);

  await go(page, "why");
  const sign = await drop(page, demoNames().slice(2, 4).map((name) => ({ name, bytes: readFileSync(join(demoFolder, name)) })));
  await headline(page).filter({ hasText: "2 new runs" }).waitFor();
  check("bringing in: dropped anywhere, with a sign that shows it", sign && !(await page.locator(".drop-sign").isVisible()));
  await close(page);

  const shared = process.env.FOOTFALL_SHARED;
  const real = shared && join(shared, "data", "alex-hhh__ActivityLog2", "test", "test-data", "920xt-run.fit");
  if (!real || !existsSync(real)) skip("bringing in: a real file", "FOOTFALL_SHARED names no folder with one");
  else {
    await bringIn(page, files(page), real, /./);
    check("bringing in: a real file gets its line", /920xt-run\.fit\s+Read/.test(await page.locator(".outcomes").first().innerText()));
  }
}

/** A list as Strava writes it, which names its recordings and calls one of them a ride. */
function exportOf(name) {
  const folder = join(own(name), "export_1");
  mkdirSync(join(folder, "activities"), { recursive: true });
  const [run, ride] = demoNames();
  cpSync(join(demoFolder, run), join(folder, "activities", "1.fit"));
  cpSync(join(demoFolder, ride), join(folder, "activities", "2.fit"));
  writeFileSync(join(folder, ".hidden"), "x");
  writeFileSync(join(folder, "activities.csv"),
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename\n"
    + "1,\"Aug 4, 2026, 6:30:00 AM\",Morning Run,Run,,3600,10.0,activities/1.fit\n"
    + "2,\"Aug 6, 2026, 6:30:00 AM\",To work,Ride,,3600,20.0,activities/2.fit\n");
  return folder;
}

async function together(page) {
  await go(page, "start");
  const folder = exportOf("folder");
  await bringIn(page, folders(page), folder, "1 new run");
  for (const details of await page.locator(".import details:not([open]) > summary").all()) await details.click();
  const lines = (await page.locator(".outcomes li").allInnerTexts()).join("\n");
  check("a folder: the list of its export finds its recordings, under the folder's name",
    /export_1\/activities\/2\.fit[^]*calls "Ride"/.test(lines) && !/hidden/.test(lines), lines);
  await close(page);

  const zip = join(own("zip"), "export_1.zip");
  execFileSync("python3", ["-m", "zipfile", "-c", zip, join(folder, "activities.csv"), join(folder, "activities")]);
  await bringIn(page, files(page), zip, "0 new runs");
  for (const details of await page.locator(".import details:not([open]) > summary").all()) await details.click();
  const packed = (await page.locator(".outcomes li").allInnerTexts()).join("\n");
  check("a zip: what is in it is read, and what is known already is passed over",
    /export_1\.zip\/activities\/1\.fit\s+Known already/.test(packed), packed);
}

const copies = (name, count) => {
  const folder = own(name);
  const all = demoNames();
  for (let i = 0; i < count; i++) cpSync(join(demoFolder, all[i % all.length]), join(folder, `${String(i).padStart(3, "0")}.fit`));
  return folder;
};

/** All values that the bar and its words had. */
const follow = (page) => page.evaluate(() => {
  globalThis.seen = [];
  const look = () => {
    const bar = document.querySelector(".import progress");
    if (bar) globalThis.seen.push([bar.value, document.querySelector(".import h3").textContent,
      document.querySelector(".import .figures").textContent]);
  };
  new MutationObserver(look).observe(document.querySelector(".import"), { subtree: true, childList: true, characterData: true });
});

async function many(page, { noise }) {
  page.setDefaultTimeout(60000); // it is a lot of files
  await go(page, "start");
  await follow(page);
  await bringIn(page, folders(page), copies("many", 500), "40 new runs");
  const seen = await page.evaluate(() => globalThis.seen);
  for (const [step, name] of [["Step 1", "taken in"], ["Step 2", "read"]]) {
    const values = [...new Set(seen.filter(([, title]) => title.startsWith(step)).map(([value]) => value))];
    check(`500 files: one sees how far they are ${name}`, values.length >= 3
      && values.every((value, i) => i === 0 || value > values[i - 1]), JSON.stringify(values));
  }
  check("500 files: count and rate are told",
    seen.some(([, , words]) => /\d+ of 500 files/.test(words)) && seen.some(([, , words]) => /a second/.test(words)),
    JSON.stringify(seen.slice(-3)));
  await page.locator("summary", { hasText: "460 files were known" }).click();
  const list = page.locator(".outcomes").last();
  check("500 files: a hundred lines at a time", await appears(list.locator("li").nth(99)) && await list.locator("li").count() === 100);
  await page.getByRole("button", { name: /Show 100 more/ }).last().click();
  check("500 files: and a hundred more when asked", await appears(list.locator("li").nth(199)) && await list.locator("li").count() === 200);
  check("500 files: no wider than the screen", await tooWide(page) <= 0);
  await close(page);

  // Stopped in its midst: what was read is kept, and the same files go on.
  let steps = 0;
  await page.route("**/api/import/step", async (route) => {
    steps += 1;
    if (steps === 1) await page.locator(".import").getByRole("button", { name: "Stop" }).click();
    await route.continue();
  });
  await folders(page).setInputFiles(copies("stopped", 40));
  await headline(page).waitFor();
  check("stopped: it is told, and that what was read is kept",
    /kept|read/.test(await page.locator(".import").innerText()), await page.locator(".import").innerText());
  await page.unroute("**/api/import/step");
  await close(page);

  // Loaded again in its midst.
  await page.route("**/api/import/step", () => {}); // never answered
  await folders(page).setInputFiles(copies("again", 5));
  await page.getByText("Step 2 of 2").waitFor();
  await page.reload();
  await page.getByText("An import is not finished").waitFor();
  await page.unroute("**/api/import/step");
  check("loaded again: it says how many had arrived", /arrived so far: 5/.test(await page.locator(".import").innerText()));
  await page.getByRole("button", { name: "Read what has arrived" }).click();
  await headline(page).waitFor();
  check("loaded again: what had arrived is read", /5 files looked at/.test(await page.locator(".import").innerText()));
  await close(page);

  // A connection that breaks: nothing given is lost.
  let broken = false;
  await page.route("**/api/import/file**", (route) => {
    if (broken) return route.continue();
    broken = true;
    return route.abort();
  });
  await folders(page).setInputFiles(join(own("again")));
  await page.locator(".import").getByRole("alert").waitFor();
  await page.locator(".import").getByRole("button", { name: "Try again" }).click();
  await headline(page).filter({ hasText: "0 new runs" }).waitFor();
  check("broken off: it goes on where it was", /5 files looked at/.test(await page.locator(".import").innerText()));
  noise.length = 0; // the browser notes what was not answered
}

async function atOnce(page, { context, server, noise }) {
  await go(page, "start");
  await page.route("**/api/import/step", () => {}); // it stays under way
  await folders(page).setInputFiles(copies("first", 3));
  await page.getByText("Step 2 of 2").waitFor();
  const other = await context.newPage();
  await other.goto(server.address);
  await other.getByText("An import is not finished").waitFor();
  check("two at once: the other tab is told that one is under way", /another tab/.test(await other.locator(".import").innerText()));
  await other.getByRole("button", { name: "Throw it away" }).click();
  await bringIn(other, files(other), join(demoFolder, demoNames()[0]), "1 new run");
  check("two at once: and can begin when that is let go", true);
  noise.length = 0;
}

const OWN_SCREENS = ["start", "runs", "why", "todo", "trial", "questions", "visit"];

async function sample(page) {
  await go(page, "start");
  await page.getByRole("button", { name: "Try the sample runner" }).click();
  await page.locator(".sample").waitFor();
  await page.getByText("There are 40 runs.").waitFor();
  for (const screen of OWN_SCREENS) {
    await go(page, screen);
    check(`the sample runner: ${screen} says that it is made up`, await page.getByText("Sample runner: made up.").isVisible());
  }
  await go(page, "runs");
  check("the sample runner: has runs", await page.locator(".runs > li").count() > 10);
  await page.setViewportSize({ width: 360, height: 740 });
  await go(page, "start");
  check("the sample runner: fits a telephone", await tooWide(page) <= 0);
  const found = await violations(page);
  check("the sample runner: can be used by everybody (axe)", found.length === 0, found.join("\n"));
  await drop(page, [{ name: "x.fit", bytes: readFileSync(join(demoFolder, demoNames()[0])) }]);
  check("the sample runner: takes no runs of one's own", /Go back to your own runs/.test(await page.locator("main").innerText()));
  await page.reload();
  await page.locator(".sample").waitFor();
  check("the sample runner: is still there after a reload", true);
  await page.locator(".sample").getByRole("button", { name: "Back to my own runs" }).click();
  await page.getByText("There are no runs yet.").waitFor();
  check("the sample runner: one's own journal was not touched", await page.locator(".sample").count() === 0);
}

export const scenes = [
  { name: "bringing in runs", journal: "empty_import", play: choose },
  { name: "a folder and a zip", journal: "empty_export", play: together },
  { name: "500 files", journal: "empty_many", play: many },
  { name: "two imports at once", journal: "empty_two", play: atOnce },
  { name: "the sample runner", journal: "empty_sample", play: sample },
];
