// How long the page makes one wait, by hand: node bench/bench_page.mjs PROGRAM [JOURNAL]
// Without a journal it makes that of the demo. Prints medians, asserts nothing. Needs chromium, and npm ci in tests/npm.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const { chromium } = createRequire(new URL("../tests/npm/package.json", import.meta.url))("playwright-core");
const [program, given] = process.argv.slice(2);
if (!program) {
  console.error("usage: node bench/bench_page.mjs PROGRAM [JOURNAL]");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "bench-page-"));
const UNTOUCHED_MS = 1500; // to ask a page anything makes it read playwright's own script first, which takes some 60 ms
const TIMES = 15;

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const tell = (what, list, asked) => console.log(
  `${what.padEnd(44)} ${median(list).toFixed(1).padStart(8)} ms (${Math.min(...list).toFixed(1)} to ${Math.max(...list).toFixed(1)}; asked: ${asked})`);

function journal() {
  if (given) return given;
  execFileSync(program, ["--journal", join(folder, "j.footfall"), "demo"], { stdio: "ignore" });
  return join(folder, "demo", "journal.footfall");
}

async function serve(path) {
  const server = spawn(program, ["--journal", path, "open", "--no-browser", "--json"],
    { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) return { server, address: JSON.parse(line).address };
  throw new Error("it does not start");
}

/**
 * The ways to the first heading on the screen, by the page's own clock: since the navigation began, since the load
 * event, since the page's last file came, and how long the page's own work held the browser's thread.
 */
async function firstScreen(context, address) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.held = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => { globalThis.held += one.duration; }))
      .observe({ type: "longtask", buffered: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector("main h1")) return;
      observer.disconnect();
      requestAnimationFrame(() => { globalThis.shownAt = performance.now(); });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.waitForTimeout(UNTOUCHED_MS);
  await page.waitForFunction(() => globalThis.shownAt);
  const took = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const before = performance.getEntriesByType("resource").filter((one) => one.responseEnd <= globalThis.shownAt);
    const files = before.filter((one) => !/\/api\b/.test(one.name)).map((one) => one.responseEnd);
    return { whole: globalThis.shownAt, load: globalThis.shownAt - navigation.loadEventEnd,
      files: globalThis.shownAt - Math.max(navigation.responseEnd, ...files), held: globalThis.held };
  });
  await page.close();
  return took;
}

/** The same for a text of the server that is no page: what the browser itself takes on this machine just now. */
async function barePage(context, address) {
  const page = await context.newPage();
  await page.addInitScript(() => requestAnimationFrame(() => { globalThis.shownAt = performance.now(); }));
  await page.goto(new URL("/style.css", address).href);
  const shown = await (await page.waitForFunction(() => globalThis.shownAt)).jsonValue();
  await page.close();
  return shown;
}

function tellScreens(what, screens) {
  tell(`${what}, since the load event`, screens.map((one) => one.load), "under 100");
  tell("... since the page's last file came", screens.map((one) => one.files), "-");
  tell("... since the navigation began", screens.map((one) => one.whole), "-");
  tell("... of it, tasks of more than 50 ms", screens.map((one) => one.held), "-");
}

/**
 * From the press on an answer to the next question on the screen, and how much of it the request took. A new runner
 * answers: no sign fits, nothing is told, then that it is not sure.
 */
async function answers(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => { location.hash = "#/questions"; });
  await page.locator("#question").waitFor();
  const times = [];
  for (let i = 0; i < TIMES; i++) {
    const took = await page.evaluate(() => new Promise((done) => {
      const before = document.querySelector("#question");
      const inForm = document.querySelectorAll("form.card .actions button");
      const button = [...document.querySelectorAll(".option")].pop() ?? inForm[1]
        ?? document.querySelector(".card .actions button");
      if (!button) { done(undefined); return; }
      performance.clearResourceTimings();
      const began = performance.now();
      new MutationObserver((_, observer) => {
        if (before.isConnected || !document.querySelector("#question")) return;
        observer.disconnect();
        requestAnimationFrame(() => done({ whole: performance.now() - began,
          asked: performance.getEntriesByType("resource").reduce((sum, one) => sum + one.duration, 0) }));
      }).observe(document.querySelector("main"), { childList: true, subtree: true });
      button.click();
      setTimeout(() => done(undefined), 3000);
    }));
    if (took === undefined) break;
    times.push(took);
  }
  await page.close();
  return times;
}

/** Small calls a second, over so many connections that each ask again as soon as they are answered. */
function perSecond(address, path, connections, seconds) {
  const { port, hash } = new URL(address);
  const call = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Footfall-Token: ${hash.slice(7)}\r\n\r\n`;
  return new Promise((done) => {
    let count = 0;
    const sockets = Array.from({ length: connections }, () => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(call));
      socket.setNoDelay();
      socket.on("data", () => { count += 1; socket.write(call); }); // an answer this small comes in one piece
      return socket;
    });
    setTimeout(() => {
      for (const socket of sockets) socket.destroy();
      done(count / seconds);
    }, seconds * 1000);
  });
}

const { server, address } = await serve(journal());
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
try {
  const cold = [];
  const bare = [];
  for (let i = 0; i < TIMES; i++) {
    const context = await browser.newContext();
    cold.push(await firstScreen(context, address));
    await context.close();
    const other = await browser.newContext();
    bare.push(await barePage(other, address));
    await other.close();
  }
  tellScreens("first screen, cold", cold);
  const context = await browser.newContext();
  const warm = [];
  for (let i = 0; i < TIMES; i++) warm.push(await firstScreen(context, address));
  tellScreens("first screen, again", warm.slice(1));
  tell("a text of the server shown by this browser", bare, "to compare");
  const fresh = await serve(join(folder, "fresh.footfall"));
  const times = await answers(await browser.newContext(), fresh.address);
  fresh.server.kill("SIGINT");
  if (times.length > 0) {
    tell(`an answer to the next question (${times.length} of them)`, times.map((one) => one.whole), "within 50");
    tell("... of it, the request", times.map((one) => one.asked), "-");
  }
  for (const connections of [1, 16]) {
    console.log(`${`small calls a second, ${connections} connection(s)`.padEnd(44)} ${(await perSecond(address, "/api/alive", connections, 3)).toFixed(0).padStart(8)}    (asked: 5000)`);
  }
} finally {
  await browser.close();
  server.kill("SIGINT");
  rmSync(folder, { recursive: true });
}
