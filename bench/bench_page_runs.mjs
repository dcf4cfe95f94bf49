// How the list of runs goes with thousands of them: node bench/bench_page_runs.mjs BUILD [N] (3000 unless told)
//
// BUILD is a release build (ninja -C BUILD src/face/cli/footfall); playwright-core lies in tests/npm. An archive of N
// made-up runs is imported, nine of ten are said to be numb or not, and Chromium opens the page. Told are, as the
// median of several goes with the least and the most: the size of GET /api/runs and the time to answer it, the time
// from choosing "Runs" until the list stands there and until its drawing does, and the longest frame while the list is
// flung, scrolled down by a screen a frame, and held to one month. Nothing is asserted.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const { chromium } = createRequire(join(ROOT, "tests/npm/package.json"))("playwright-core");
const GOES = 5;
const SCROLL_MS = 20000;
const FLING_MS = 5000;
const NOW = "2040000000"; // after the last of the made-up runs
const [build, count = "3000"] = process.argv.slice(2);
const program = join(resolve(build), "src/face/cli/footfall");

function told(name, values, unit) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  console.log(`${name.padEnd(44)} ${middle.toFixed(1)} ${unit} (${sorted[0].toFixed(1)} to ${
    sorted[sorted.length - 1].toFixed(1)})`);
  return middle;
}

function makeJournal(folder) {
  const archive = join(folder, "export.zip");
  const journal = join(folder, "journal.footfall");
  execFileSync("python3", [join(ROOT, "tests/cli/make_export.py"), "strava", archive, `runs=${count}`]);
  execFileSync(program, ["--journal", journal, "import", archive], { stdio: "ignore" });
  return journal;
}

function serve(journal) {
  const server = spawn(program, ["--journal", journal, "open", "--no-browser"],
    { env: { ...process.env, FOOTFALL_NOW: NOW } });
  return new Promise((done, fail) => {
    let text = "";
    server.on("exit", () => fail(new Error(`the server ended: ${text}`)));
    server.stdout.on("data", (part) => {
      text += part;
      const address = /http:\S+/.exec(text);
      if (address) done({ server, address: address[0] });
    });
  });
}

/** Nine of ten runs are said to be numb or not, so that the drawing has as many marks as it may. */
async function mark(address) {
  const [, origin, token] = /^(.*)\/#token=(\w+)$/.exec(address);
  const ask = (method, path, body) => fetch(origin + path,
    { method, headers: { "X-Footfall-Token": token }, body: body && JSON.stringify(body) });
  const runs = await (await ask("GET", "/api/runs")).json();
  const shoes = ["Road A", "Trail B", "Race C"];
  for (const [i, { id }] of runs.entries()) {
    const shoe = shoes[(i >> 5) % shoes.length];
    if (i % 10 === 9) continue;
    await ask("POST", "/api/log", i % 3 === 0 ? { run: id, none: true, shoe }
      : { run: id, numb: `${10 + i % 15}min`, shoe });
  }
  const size = [];
  const took = [];
  for (let i = 0; i < GOES; i++) {
    const start = performance.now();
    size.push((await (await ask("GET", "/api/runs")).text()).length / 1e6);
    took.push(performance.now() - start);
  }
  told("GET /api/runs", took, "ms");
  told("its size", size, "MB");
}

/** The longest time between two frames while act goes on in the page, in ms. */
async function longestFrame(page, act) {
  await page.evaluate(() => {
    let last = performance.now();
    window.longest = 0;
    const tick = (now) => {
      window.longest = Math.max(window.longest, now - last);
      last = now;
      window.watching = requestAnimationFrame(tick);
    };
    window.watching = requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => {
    cancelAnimationFrame(window.watching);
    return window.longest;
  });
}

async function open(page) {
  await page.evaluate(() => {
    location.hash = "#/start";
  });
  await page.locator(".steps").first().waitFor();
  return page.evaluate(() => new Promise((done) => {
    const start = performance.now();
    const seen = {};
    const look = () => {
      seen.list ??= document.querySelector(".runs > li") ? performance.now() - start : undefined;
      seen.drawing ??= document.querySelector(".drawing svg") ? performance.now() - start : undefined;
      if (seen.list && seen.drawing) done(seen);
      else requestAnimationFrame(look);
    };
    location.hash = "#/runs";
    requestAnimationFrame(look);
  }));
}

/**
 * So many screens a frame, until there is nothing more below or the time is up; the rows that stand there then. A fifth
 * is as far as a finger flings: some 10,000 pixels a second.
 */
const scroll = (page, screens, most) => page.evaluate(([part, most]) => new Promise((done) => {
  const start = performance.now();
  let still = 0;
  const step = () => {
    const before = scrollY;
    scrollBy(0, Math.round(innerHeight * part));
    still = scrollY === before ? still + 1 : 0;
    if (still > 30 || performance.now() - start > most) done(document.querySelectorAll(".runs > li").length);
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}), [screens, most]);

const folder = mkdtempSync(join(tmpdir(), "footfall-page-runs-"));
const { server, address } = await serve(makeJournal(folder));
try {
  console.log(`${count} runs`);
  await mark(address);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  const opened = [];
  for (let i = 0; i < GOES; i++) opened.push(await open(page));
  told("Runs chosen, until the list stands there", opened.map((one) => one.list), "ms");
  told("... until the drawing of all runs does", opened.map((one) => one.drawing), "ms");
  for (const [pace, screens, most] of [["flung", 1 / 5, FLING_MS], ["a screen a frame", 1, SCROLL_MS]]) {
    const frames = [];
    let rows = 0;
    for (let i = 0; i < GOES; i++) {
      await open(page);
      frames.push(await longestFrame(page, async () => { rows = await scroll(page, screens, most); }));
    }
    told(`longest frame, ${pace} (${rows} rows)`, frames, "ms");
  }
  const month = page.locator("#runs-month");
  if (await month.count() > 0) {
    const held = [];
    for (let i = 0; i < GOES; i++) {
      held.push(await longestFrame(page, async () => {
        await month.selectOption({ index: 5 + i });
        await page.waitForTimeout(200);
        await month.selectOption({ index: 0 });
        await page.waitForTimeout(200);
      }));
    }
    told("longest frame, to one month and back", held, "ms");
  }
  await browser.close();
} finally {
  server.removeAllListeners("exit");
  server.kill("SIGTERM");
  rmSync(folder, { recursive: true });
}
