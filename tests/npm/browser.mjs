// Drives the page in Chromium as a runner would, and prints TAP. tests/browser.py starts the servers and
// calls this with {chromium, servers: {demo, mouse, ...}} as its argument: of each server its
// address and process id. Every server has a journal of its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const given = JSON.parse(process.argv[2]);
const only = process.env.FOOTFALL_SCENE; // this scene alone, while one works on it
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
const SCREENS = ["start", "questions", "why", "todo", "habits", "lace", "shoes", "step", "plan", "routines",
  "routines/flexibility", "pad", "tests", "tests/lunge", "visit", "runs", "runs/1", "patterns", "trial"];
const MOST_STEPS = 80; // of an interview

let count = 0;
function check(name, good, detail = "") {
  count += 1;
  console.log(`${good ? "ok" : "not ok"} ${count} - ${name}`);
  if (!good) for (const line of String(detail).split("\n")) console.log(`# ${line}`);
}

/** One scene: what goes wrong in it is a failed test, and the others go on. */
async function scene(name, server, options, play) {
  if (only && name !== only) return;
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const noise = [];
  const elsewhere = [];
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("console", (message) => message.type() === "error"
    && !message.text().startsWith("Failed to load resource") && noise.push(message.text()));
  // That there is no trial yet, or nothing for the calendar, is an answer.
  page.on("response", (response) => response.status() >= 400 && !/\/api\/(trial|plan\/calendar)$/.test(response.url())
    && noise.push(`${response.status()} ${response.request().method()} ${response.url().replace(/#.*/, "")}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(server.address).origin) elsewhere.push(request.url());
  });
  try {
    await page.goto(server.address);
    await page.locator("h1").first().waitFor();
    await play(page, noise, context);
  } catch (error) {
    check(`${name}: goes through`, false, `${error}\nat ${page.url().replace(/#token.*/, "")}: `
      + `${(await page.locator("main").innerText().catch(() => "")).slice(0, 600)}`);
  }
  check(`${name}: nothing is asked of anybody else`, elsewhere.length === 0, elsewhere.join("\n"));
  check(`${name}: no error in the browser's log`, noise.length === 0, noise.join("\n"));
  await context.close();
}

/** Opens a screen by its name and waits until it stands there in place of the one before. */
async function go(page, screen) {
  await page.evaluate((hash) => {
    if (location.hash === hash) return;
    document.querySelector("main h1")?.setAttribute("data-before", "");
    location.hash = hash;
  }, `#/${screen}`);
  await page.locator("main h1:not([data-before])").waitFor();
  await page.waitForLoadState("networkidle");
}

/** The server's answers at an address, changed on the way: for what no made-up runner has. */
async function changed(page, address, change) {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const value = await response.json();
    change(value);
    await route.fulfill({ response, json: value });
  });
}

async function violations(page) {
  // Injected by the test itself: the page's own policy forbids foreign scripts, as it should.
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run());
  return found.map((one) => `${one.id}: ${one.help}: ${one.nodes[0].html}`);
}

async function lookAtScreens(page, of) {
  for (const screen of SCREENS) {
    await go(page, screen);
    for (const details of await page.locator("main details:not([open]) > summary").all()) {
      if (await details.isVisible()) await details.click();
    }
    await page.waitForLoadState("networkidle");
    const found = await violations(page);
    check(`${of}: ${screen} can be used by everybody (axe)`, found.length === 0, found.join("\n"));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`${of}: ${screen} is no wider than the screen`, wide <= 0, `${wide} px too wide`);
  }
}

// ---- hands ----

/** What presses, ticks and types: a mouse. */
const mouse = (page) => ({
  press: (locator) => locator.click(),
  tick: (locator) => locator.check(),
  type: (locator, text) => locator.fill(text),
  first: () => page.locator(".option").first().click(),
});

const MOST_TABS = 150;

/** The same with the keyboard alone. */
const keys = (page) => {
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

// ---- the way through ----

const heading = (page) => page.locator("#question").innerText();

/** Answers one step in the plainest way; false when there are no more. */
async function step(page, hands) {
  const actions = page.locator("main .actions");
  if (await page.locator("input[type=number]").count() > 0) {
    await hands.type(page.locator("input[type=number]"), "41");
    await hands.press(page.getByRole("button", { name: "Next", exact: true }));
  } else if (await page.locator(".sides").count() > 0) {
    await hands.tick(page.getByRole("group", { name: "Left foot" }).getByLabel("top of the foot"));
    await hands.press(page.getByRole("button", { name: "Next", exact: true }));
  } else if (await page.locator(".line").count() > 0) {
    await hands.press(actions.getByRole("button").first());
  } else if (await page.locator(".option").count() > 0) {
    const no = page.locator(".option").getByText("No", { exact: true });
    await hands.press(await no.count() > 0 ? no : page.locator(".option").first());
  } else {
    return false;
  }
  return true;
}

async function interview(page, hands, of) {
  await hands.press(page.getByRole("link", { name: "Answer the safety questions" }).first());
  await page.locator("#question").waitFor();
  let steps = 0;
  let same = true;
  let before = "";
  while (steps < MOST_STEPS) {
    const now = await heading(page);
    if (steps > 0 && steps <= 6) { // what was kept is kept: the same question stands there again
      await page.reload();
      await page.locator("#question").waitFor();
      same = same && await heading(page) === now;
    }
    before = await page.locator("main").innerHTML();
    if (!(await step(page, hands))) break;
    await page.waitForFunction((html) => document.querySelector("main").innerHTML !== html, before);
    await page.locator("#question").waitFor();
    steps += 1;
  }
  check(`${of}: the questions come to an end`, steps > 5 && steps < MOST_STEPS, `${steps} steps`);
  check(`${of}: a reload on the way loses no answer`, same);
}

async function markARun(page, hands, of) {
  await hands.press(page.getByRole("navigation").getByRole("link", { name: "Runs" }));
  const row = page.locator(".runs > li").first();
  await row.waitFor();
  await hands.press(row.locator(".say > summary"));
  const form = row.locator("form");
  await form.waitFor();
  await hands.tick(form.getByRole("radio", { name: "After" }));
  await hands.type(form.locator("fieldset input[type=number]"), "17");
  await hands.press(form.getByRole("button", { name: "Keep this" }));
  await page.waitForFunction(() => /17/.test(document.querySelector(".runs > li .numbness").textContent));
  await page.reload();
  await row.waitFor();
  check(`${of}: what is said of a run is there after a reload`,
    /17/.test(await row.locator(".numbness").innerText()));
}

async function startATrial(page, hands, of) {
  await hands.press(page.getByRole("navigation").getByRole("link", { name: "Trial" }));
  await page.locator("form.card").waitFor();
  await hands.tick(page.locator("form.card input[data-name]").first());
  await hands.press(page.getByRole("button", { name: "See what it takes" }));
  await hands.press(page.locator("section.calm .actions button"));
  await page.locator("section.next").waitFor();
  const next = await page.locator("section.next").innerText();
  await page.reload();
  await page.locator("section.next").waitFor();
  check(`${of}: a trial that was started goes on after a reload`,
    await page.locator("section.next").innerText() === next, next);
}

async function writeAPlan(page, of) {
  await go(page, "plan");
  await page.getByText("A calendar that was saved earlier").click();
  await page.getByRole("button", { name: "Call off its runs" }).click();
  await page.getByText("there is nothing to call off").waitFor();
  await page.locator("form.card input[type=text]").fill("15km");
  for (const day of ["Tuesday", "Thursday", "Saturday"]) await page.getByLabel(day).check();
  await page.getByRole("button", { name: "Write the plan" }).click();
  await page.locator("main table").first().waitFor();
  const rows = await page.locator("main tbody tr").count();
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
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(`${of}: the plan is no wider than the screen`, wide <= 0, `${wide} px too wide`);
  const found = await violations(page);
  check(`${of}: the plan can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.reload();
  await page.locator("main table").first().waitFor();
  check(`${of}: the plan is there after a reload`, await page.locator("main tbody tr").count() === rows);
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

async function wholeWay(page, hands, of) {
  await interview(page, hands, of);
  await hands.press(page.getByRole("link", { name: "See what fits so far" }).first());
  await page.locator(".cause").first().waitFor();
  check(`${of}: causes are told`, /%/.test(await page.locator(".cause").first().innerText()));
  await markARun(page, hands, of);
  await startATrial(page, hands, of);
}

// ---- the scenes ----

const browser = await chromium.launch({
  executablePath: given.chromium,
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
const { demo, mouse: byMouse, keys: byKeys, plan, tabs, flag, gone } = given.servers;

await scene("on a desk", demo, {}, (page) => lookAtScreens(page, "on a desk"));
await scene("on a phone, dark", demo, { viewport: PHONE, colorScheme: "dark", reducedMotion: "reduce" },
  (page) => lookAtScreens(page, "on a phone, dark"));

await scene("by mouse", byMouse, { viewport: PHONE }, async (page) => {
  await wholeWay(page, mouse(page), "by mouse");
});

await scene("a plan", plan, { viewport: PHONE }, async (page) => {
  await go(page, "questions");
  for (let i = 0; i < 6 && await page.locator(".line").count() > 0; i++) {
    const before = await page.locator("main").innerHTML();
    await page.locator("main .actions button").first().click();
    await page.waitForFunction((html) => document.querySelector("main").innerHTML !== html, before);
    await page.locator("#question").waitFor();
  }
  await writeAPlan(page, "a plan");
});

await scene("what to do", demo, { viewport: PHONE }, async (page, noise) => {
  await go(page, "lace");
  await page.getByLabel("front of the ankle").check();
  await page.getByRole("button", { name: "Show the lacing" }).click();
  await page.locator("section.next svg").waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check("what to do: a lacing is drawn, step by step, on a phone too",
    await page.locator("section.next ol li").count() > 5 && wide <= 0, `${wide} px too wide`);
  check("what to do: the lacing can be used by everybody (axe)",
    (await violations(page)).length === 0, (await violations(page)).join("\n"));
  for (const place of ["over the toes", "over the ball of the foot", "middle of the instep", "upper instep"]) {
    await page.getByLabel(place, { exact: true }).check();
  }
  await page.getByRole("button", { name: "Show the lacing" }).click();
  await page.getByText("No pattern spares all these places").waitFor();
  check("what to do: where no lacing spares all places, criss-cross is to be tied looser",
    /tied looser/.test(await page.locator("section.next h2").innerText())
      && !/First loosen/.test(await page.locator("section.next").innerText()));
  await changed(page, "**/api/lace?*", (value) => {
    value.laces[0].buy_mm = null;
    value.choice.heel_open = true;
    value.choice.tighten_row_by_row = true;
  });
  await page.getByRole("button", { name: "Show the lacing" }).click();
  await page.getByText("Laces are not sold so long").waitFor();
  check("what to do: a lace that is not sold, an open heel and how to tighten are said",
    /Tighten it row by row[^]*Lace needed/.test(await page.locator("section.next").innerText())
      && await page.getByText("Nothing that locks the heel").count() === 1);
  await changed(page, "**/api/habits", (value) => {
    delete value.habits.find((one) => one.id === "step").next;
    value.habits.find((one) => one.id === "body").but = "Mind this.";
  });
  await go(page, "habits");
  check("what to do: a step that must wait has no way to it, and what must be minded is said",
    await page.locator("main li a[href='#/step']").count() === 0
      && await page.locator("main li a[href='#/routines']").count() === 1
      && await page.getByText("Mind this.").count() === 1, await page.locator("main").innerHTML());
  await go(page, "shoes");
  for (const [side, length] of [["Left foot", "262"], ["Right foot", "264"]]) {
    const foot = page.locator("li.cause").filter({ has: page.getByRole("heading", { name: side }) });
    await foot.locator("summary").click();
    await foot.getByLabel("Length, standing").fill(length);
    await foot.getByRole("button", { name: "Keep this" }).click();
    await foot.getByText(`${length} \u00b1`).waitFor();
  }
  const footOf = (side) => page.locator("li.cause").filter({ has: page.getByRole("heading", { name: side }) });
  const [left, right] = [footOf("Left foot"), footOf("Right foot")];
  for (const foot of [left, right]) await foot.locator("summary").click();
  await right.getByLabel("Length, standing").fill("265.5");
  await left.getByLabel("Girth").fill("240");
  await left.getByRole("button", { name: "Keep this" }).click();
  await left.getByText("240 \u00b1").waitFor();
  await left.locator("summary").click();
  await left.getByLabel("Girth").fill("");
  await left.getByRole("button", { name: "Keep this" }).click();
  await left.getByText("240 \u00b1").waitFor({ state: "detached" });
  check("what to do: a figure that is emptied is taken back, and the others stay",
    /262 \u00b1/.test(await left.innerText()));
  check("what to do: keeping one form leaves what was typed in another",
    await right.getByLabel("Length, standing").inputValue() === "265.5");
  const shoe = page.locator("li.cause").filter({ has: page.getByRole("heading", { name: "Road A" }) });
  await shoe.locator("summary").nth(1).click();
  await shoe.getByLabel("Inner length").fill("272");
  await shoe.getByRole("button", { name: "Keep this" }).click();
  await shoe.getByText("272 \u00b1").waitFor();
  await shoe.locator("summary").first().click();
  await shoe.locator("table").waitFor();
  check("what to do: a shoe is held against both feet",
    /just right, or short/.test(await shoe.locator("table").innerText()), await shoe.innerText());
  await left.locator("summary").click();
  await left.getByLabel("Length, standing").fill("270");
  await left.getByRole("button", { name: "Keep this" }).click();
  await shoe.locator("table").getByText("2.5 \u00b1").waitFor();
  check("what to do: another foot is held against the shoe that is open",
    /Left foot: length\s+[-\d.]+ \u00b1 [\d.]+ mm\s+too short/.test(await shoe.locator("table").innerText()), await shoe.innerText());
  await left.locator("summary").click();
  await left.getByLabel("Length, standing").fill("262");
  await left.getByRole("button", { name: "Keep this" }).click();
  await left.getByText("262 \u00b1").waitFor();
  await go(page, "pad");
  await page.route("**/api/pad", (route) => (route.request().postDataJSON().svg
    ? route.fulfill({ json: { svg: "<svg xmlns='http://www.w3.org/2000/svg'><path" } }) : route.continue()));
  await page.getByRole("button", { name: "Show where it goes" }).click();
  await page.getByText("The drawing could not be read").waitFor();
  noise.length = 0; // the browser's own page for broken XML has a style that the page's policy forbids
  await page.unroute("**/api/pad");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("section.next svg").waitFor();
  check("what to do: a broken drawing is said, and can be asked for again",
    await page.getByText("The drawing could not be read").count() === 0);
  await page.getByRole("button", { name: "Show where it goes" }).click();
  await page.locator("section.next svg").waitFor();
  check("what to do: a pad is drawn on the foot that was measured",
    /mm behind the line/.test(await page.locator("section.next").innerText()));
  await go(page, "tests/lunge");
  await page.getByLabel("Left foot").fill("8.5");
  await page.getByRole("button", { name: "What it means" }).click();
  await page.locator("section.calm").waitFor();
  check("what to do: a test's result is told with its error",
    /cannot tell/.test(await page.locator("section.calm").innerText()));
});

await scene("by keyboard", byKeys, {}, async (page) => {
  await page.keyboard.press("Tab");
  check("by keyboard: the first key leads past the menu",
    await page.evaluate(() => document.activeElement.id) === "skip");
  await wholeWay(page, keys(page), "by keyboard");
});

await scene("two tabs", tabs, {}, async (page, noise, context) => {
  const other = await context.newPage();
  await other.goto(tabs.address);
  await go(page, "runs");
  await go(other, "runs");
  const say = async (tab, minutes) => {
    const row = tab.locator(".runs > li").first();
    await row.locator(".say > summary").click();
    await row.locator("fieldset input[type=number]").fill(minutes);
    await row.getByRole("button", { name: "Keep this" }).click();
    await tab.waitForFunction((wanted) =>
      document.querySelector(".runs > li .numbness").textContent.includes(wanted), minutes);
  };
  await say(page, "12");
  await say(other, "14");
  await page.reload();
  await page.locator(".runs > li").first().waitFor();
  check("two tabs: the word that was given last counts in both",
    /14/.test(await page.locator(".runs > li .numbness").first().innerText()));
});

await scene("a red flag", flag, {}, async (page) => {
  await go(page, "questions");
  await page.locator(".line").first().getByLabel("Yes").check({ force: true });
  await page.locator("main .actions button").first().click();
  await page.locator(".alarm").waitFor();
  check("a red flag: help comes first, and nothing more is asked",
    await page.locator("#question").innerText() === "The questions stop here");
  for (const screen of ["why", "trial"]) {
    await go(page, screen);
    check(`a red flag: it stands on top of ${screen}`,
      await page.locator(".alarm").first().isVisible());
  }
});

await scene("the server is gone", gone, {}, async (page, noise) => {
  await go(page, "runs");
  const row = page.locator(".runs > li").first();
  await row.locator(".say > summary").click();
  await row.locator("fieldset input[type=number]").fill("23");
  process.kill(gone.pid, "SIGKILL");
  await row.getByRole("button", { name: "Keep this" }).click();
  await row.getByRole("alert").waitFor();
  check("the server is gone: it is said, with what to do",
    /footfall open/.test(await row.getByRole("alert").innerText()));
  check("the server is gone: nothing typed is lost",
    await row.locator("fieldset input[type=number]").inputValue() === "23");
  noise.length = 0; // the browser itself notes that nobody answered
});

await browser.close();
console.log(`1..${count}`);
