// What the scenes share: checks that print TAP, ways to go about on the page, hands that press and type.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

let count = 0;

export function check(name, good, detail = "") {
  count += 1;
  console.log(`${good ? "ok" : "not ok"} ${count} - ${name}`);
  if (!good) for (const line of String(detail).split("\n")) console.log(`# ${line}`);
}

/** A check that cannot be made here, with the reason. */
export function skip(name, why) {
  count += 1;
  console.log(`ok ${count} - ${name} # SKIP ${why}`);
}

export const printPlan = () => console.log(`1..${count}`);

/** Statuses that are an answer and no trouble: that there is nothing for the calendar. */
const ANSWERS = /\/api\/plan\/calendar$/;

/** What the browser complains of while a page is open: errors, and requests that failed. */
function listen(page) {
  const noise = [];
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("console", (message) => message.type() === "error"
    && !message.text().startsWith("Failed to load resource") && noise.push(message.text()));
  page.on("response", (response) => response.status() >= 400 && !ANSWERS.test(response.url())
    && noise.push(`${response.status()} ${response.request().method()} ${response.url().replace(/#.*/, "")}`));
  return noise;
}

/**
 * FOOTFALL_LATE=300: every answer of the core comes so many milliseconds late, which shows checks that do not wait;
 * but for the files that are brought in, of which there are hundreds.
 */
const LATE_MS = Number(process.env.FOOTFALL_LATE ?? 0);

const answerLate = (context) => context.route(/\/api\/(?!import\/file)/, async (route) => {
  await new Promise((done) => setTimeout(done, LATE_MS));
  await route.fallback();
});

/**
 * Plays one scene: what goes wrong in it is a failed test, and the others go on.
 * @param {Browser} browser
 * @param {object} scene name; options of the browser's context; play(page, {noise, context, server})
 * @param {object} server address and pid
 */
export async function playScene(browser, { name, options, play }, server) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  follow(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  if (LATE_MS > 0) await answerLate(context);
  const noise = listen(page);
  const elsewhere = [];
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && origin !== new URL(server.address).origin) elsewhere.push(request.url());
  });
  try {
    await page.goto(server.address);
    await page.locator("h1").first().waitFor();
    await play(page, { noise, context, server });
  } catch (error) {
    check(`${name}: goes through`, false, `${error}\nat ${page.url().replace(/#token.*/, "")}: `
      + `${(await page.locator("main").innerText().catch(() => "")).slice(0, 600)}`);
  }
  check(`${name}: nothing is asked of anybody else`, elsewhere.length === 0, elsewhere.join("\n"));
  check(`${name}: no error in the browser's log`, noise.length === 0, noise.join("\n"));
  await context.close();
}

/** Opens a screen by its name and waits until it stands there in place of the one before. */
export async function go(page, screen) {
  await page.evaluate((hash) => {
    if (location.hash === hash) return;
    document.querySelector("main h1")?.setAttribute("data-before", "");
    location.hash = hash;
  }, `#/${screen}`);
  await page.locator("main h1:not([data-before])").waitFor();
  await settled(page);
}

const underWay = new WeakMap(); // the requests of a context that are not answered yet

function follow(context) {
  const requests = new Set();
  underWay.set(context, requests);
  context.on("request", (request) => requests.add(request));
  for (const end of ["requestfinished", "requestfailed"]) context.on(end, (request) => requests.delete(request));
}

/** Waits until the page has asked for what it asks for, and has drawn it. "networkidle" counts the first time only. */
export async function settled(page) {
  for (let quiet = 0, i = 0; quiet < 2 && i < 500; i++) {
    await page.evaluate(() => new Promise((done) => setTimeout(done, 20)));
    quiet = underWay.get(page.context()).size === 0 ? quiet + 1 : 0;
  }
}

/** Whether something comes to stand on the screen, within the time that is waited for anything. */
export const appears = (locator) => locator.first().waitFor().then(() => true, () => false);

/** The server's answers at an address, changed on the way: for what no made-up runner has. */
export async function changed(page, address, change) {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const value = await response.json();
    change(value);
    await route.fulfill({ response, json: value });
  });
}

export async function violations(page) {
  // Injected by the test itself: the page's own policy forbids foreign scripts, as it should.
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run());
  return found.map((one) => `${one.id}: ${one.help}: ${one.nodes[0].html}`);
}

/** How many pixels the page is wider than the screen; not above 0 when it fits. */
export const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// ---- hands ----

/** What presses, ticks and types: a mouse. */
export const mouse = (page) => ({
  press: (locator) => locator.click(),
  tick: (locator) => locator.check(),
  type: (locator, text) => locator.fill(text),
  first: () => page.locator(".option").first().click(),
});

/** A finger on glass. */
export const finger = (page) => ({
  press: (locator) => locator.tap(),
  tick: (locator) => locator.tap(),
  type: async (locator, text) => { await locator.tap(); await page.keyboard.type(text); },
});

const MOST_TABS = 150;

/** The same with the keyboard alone. */
export const keys = (page) => {
  const reach = async (locator) => {
    const wanted = await locator.elementHandle();
    for (let i = 0; i < MOST_TABS; i++) {
      if (await wanted.evaluate((node) => node === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the tab key never reaches ${locator}`);
  };
  const radio = async (locator) => {
    const wanted = await locator.elementHandle();
    const group = page.locator(`input[name="${await wanted.getAttribute("name")}"]`);
    const all = await group.elementHandles();
    const isHere = () => page.evaluate((nodes) => nodes.includes(document.activeElement), all);
    for (let i = 0; i < MOST_TABS && !(await isHere()); i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    for (let i = 0; i < all.length; i++) {
      if (await wanted.evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press("ArrowDown");
    }
  };
  return {
    press: async (locator) => { await reach(locator); await page.keyboard.press("Enter"); },
    tick: async (locator) => {
      if (await locator.getAttribute("type") === "radio") await radio(locator);
      else { await reach(locator); await page.keyboard.press("Space"); }
    },
    type: async (locator, text) => { await reach(locator); await page.keyboard.type(text); },
  };
};
