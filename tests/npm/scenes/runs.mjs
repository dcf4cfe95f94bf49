// When it began is marked on the chart of a run: by mouse, by keys, by a finger, and taken back.
import { PHONE, changed, check, go, tooWide, violations } from "../stage.mjs";

const slider = (page, name = "Numbness began") => page.getByRole("slider", { name });
const keep = (page) => page.getByRole("button", { name: "Keep this" }).first();
const tool = (page, name) => page.locator(".handle-tools").getByRole("button", { name });
const said = (page) => page.locator(".runs > li .numbness").textContent();
const number = (locator, name) => locator.getAttribute(name).then(Number);

/** The run as the core has it. */
const kept = (page, run) => page.evaluate(async (id) => {
  const token = sessionStorage.getItem("footfall-token");
  const answer = await fetch(`/api/runs/${id}`, { headers: { "X-Footfall-Token": token } });
  return answer.json();
}, run);

async function openRun(page, run) {
  await go(page, `runs/${run}`);
  await page.locator(".handle-field").waitFor();
}

/** Where a moment of the run stands on the screen; y is the middle of the fields. */
async function pointAt(page, seconds, end) {
  const box = await page.locator(".handle-field").boundingBox();
  return { x: box.x + box.width * seconds / end, y: box.y + box.height / 2 };
}

async function keepIt(page) {
  await keep(page).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
}

async function byMouse(page) {
  const of = "a handle by mouse";
  await openRun(page, 1);
  const { duration_s: end } = await kept(page, 1);
  check(`${of}: of a run of which nothing is said there is no handle yet`, await slider(page).count() === 0);
  const first = await pointAt(page, 600, end);
  await page.mouse.click(first.x, first.y);
  const at = await number(slider(page), "aria-valuenow");
  check(`${of}: a click places it where it is`, Math.abs(at - 600) < end / 300, `${at} s`);
  check(`${of}: nothing is kept before it is said to`, (await kept(page, 1)).onset === undefined);
  await page.reload();
  await slider(page).waitFor();
  check(`${of}: what is not kept yet is there after a reload`, await number(slider(page), "aria-valuenow") === at
    && await keep(page).isVisible());
  await keepIt(page);
  check(`${of}: it is kept as it stands`, Math.abs((await kept(page, 1)).onset.from_s - at) <= 1);
  check(`${of}: the keyboard stays at the handle`,
    await slider(page).evaluate((node) => node === document.activeElement));
  check(`${of}: the list says it too`, /Numb from/.test(await said(page)), await said(page));
  const to = await pointAt(page, 1200, end);
  const from = await pointAt(page, at, end);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  const dragged = await number(slider(page), "aria-valuenow");
  check(`${of}: it is dragged`, Math.abs(dragged - 1200) < end / 300, `${dragged} s`);
  await keepIt(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
  check(`${of}: what was kept can be undone`, Math.abs((await kept(page, 1)).onset.from_s - at) <= 1
    && await number(slider(page), "aria-valuenow") === at);
  await tool(page, "It was gone again on the run").click();
  await keepIt(page);
  const gone = (await kept(page, 1)).onset.gone_s;
  check(`${of}: when it was gone has a handle of its own`,
    gone > at && await number(slider(page, "Gone again"), "aria-valuenow") === gone);
  await tool(page, "Take back that it was gone").click();
  await keepIt(page);
  check(`${of}: when it was gone is taken back, and not when it came`,
    (await kept(page, 1)).onset.gone_s === undefined && (await kept(page, 1)).onset.kind === "exact");
  await tool(page, "It was somewhere between").click();
  await keepIt(page);
  const { onset } = await kept(page, 1);
  check(`${of}: somewhere between has two handles`, onset.kind === "interval" && onset.to_s - onset.from_s === 120
    && await slider(page, "Not before").count() === 1 && await slider(page, "Not after").count() === 1,
  JSON.stringify(onset));
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await tool(page, "Take back what I said").click();
  await keepIt(page);
  check(`${of}: all that was said is taken back`, (await kept(page, 1)).onset === undefined
    && /Not said yet/.test(await said(page)));
  await page.getByRole("button", { name: "Undo" }).click();
  await slider(page, "Not before").waitFor();
  check(`${of}: and that can be undone`, (await kept(page, 1)).onset.kind === "interval");
  await tool(page, "It did not come").click();
  await keepIt(page);
  check(`${of}: that it did not come is one press`, (await kept(page, 1)).onset.kind === "none"
    && await page.getByRole("slider").count() === 0);
}

async function byKeys(page) {
  const of = "a handle by keys";
  await openRun(page, 2);
  await tool(page, "Place the mark where it began").focus();
  await page.keyboard.press("Enter");
  check(`${of}: placing it leads to it`, await slider(page).evaluate((node) => node === document.activeElement));
  const now = () => number(slider(page), "aria-valuenow");
  const moves = [["ArrowRight", 5], ["ArrowLeft", -5], ["ArrowUp", 5], ["ArrowDown", -5], ["PageUp", 60],
    ["PageDown", -60]];
  let good = true;
  for (const [key, by] of moves) {
    const before = await now();
    await page.keyboard.press(key);
    good = good && await now() === before + by;
  }
  check(`${of}: arrows move 5 seconds, the page keys a minute`, good);
  check(`${of}: where it stands is told in time and distance`,
    /^\d+:\d\d, \d+\.\d km$/.test(await slider(page).getAttribute("aria-valuetext")),
    await slider(page).getAttribute("aria-valuetext"));
  await page.keyboard.press("End");
  const end = await now();
  await page.keyboard.press("ArrowRight");
  check(`${of}: it goes no farther than the run`, await now() === end
    && end === await number(slider(page), "aria-valuemax"));
  await page.keyboard.press("Home");
  check(`${of}: at the very start it was there from the start`,
    /Numb from the start/.test(await page.locator(".handle-bar").innerText()));
  await page.keyboard.press("Delete");
  check(`${of}: the key Delete takes it away, and the focus is not lost`, await slider(page).count() === 0
    && await page.evaluate(() => document.activeElement !== document.body));
  await openRun(page, 40);
  await page.locator(".chip").first().focus();
  await page.keyboard.press("Enter");
  await keep(page).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo" }).waitFor();
  const { onset } = await kept(page, 40);
  check(`${of}: a lap that was pressed is kept as that lap`, onset.from === "lap 3" && onset.said_by === "watch",
    JSON.stringify(onset));
}

async function byFinger(page) {
  const of = "a handle by finger";
  await openRun(page, 3);
  const { duration_s: end } = await kept(page, 3);
  await page.locator(".handle-field").scrollIntoViewIfNeeded();
  const tap = await pointAt(page, 500, end);
  await page.touchscreen.tap(tap.x, tap.y);
  await slider(page).waitFor();
  const at = await number(slider(page), "aria-valuenow");
  check(`${of}: a tap places it`, Math.abs(at - 500) < end / 100, `${at} s`);
  const hit = (x, y) => page.evaluate(([left, top]) =>
    document.elementFromPoint(left, top)?.closest(".handle") !== null, [x, y]);
  const from = await pointAt(page, at, end);
  check(`${of}: it is wide enough for a finger`, await hit(from.x - 20, from.y) && await hit(from.x + 20, from.y));
  const to = await pointAt(page, 1000, end);
  const touch = await page.context().newCDPSession(page);
  const send = (type, points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const top = await page.evaluate(() => scrollY);
  await send("touchStart", [from]);
  for (let i = 1; i <= 8; i++) await send("touchMove", [{ x: from.x + (to.x - from.x) * i / 8, y: from.y + 2 * i }]);
  await send("touchEnd", []);
  const dragged = await number(slider(page), "aria-valuenow");
  check(`${of}: it is dragged, and the page stays where it is`, Math.abs(dragged - 1000) < end / 100
    && await page.evaluate(() => scrollY) === top, `${dragged} s`);
  check(`${of}: no wider than the screen`, await tooWide(page) <= 0);
  await page.route("**/api/log", (route) => route.fulfill({ status: 503, json: { error: { code: "FF_ERR_BUSY" } } }));
  await keep(page).tap();
  await page.locator(".onset-chart [role=alert]").waitFor();
  check(`${of}: an error leaves what was marked`, await number(slider(page), "aria-valuenow") === dragged
    && (await kept(page, 3)).onset === undefined);
  await page.unroute("**/api/log");
  await page.locator(".onset-chart [role=alert]").getByRole("button", { name: "Try again" }).tap();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  check(`${of}: and it is kept when it is tried again`, Math.abs((await kept(page, 3)).onset.from_s - dragged) <= 1);
}

/** The form under a run: its shoe, and what was different. */
async function inTheForm(page) {
  const of = "what a run was run with";
  await go(page, "runs/5");
  const form = page.locator(".mark-form");
  const openForm = async () => {
    await page.locator(".say > details > summary, .say > summary").click();
    await form.locator(".mark-more > summary").click();
  };
  await openForm();
  await form.getByLabel("Shoe", { exact: true }).fill("Fjell 3");
  await form.getByLabel("Different lacing").check();
  await form.getByLabel("Something else, in a few words").fill("new socks");
  await form.getByRole("button", { name: "Keep this" }).click();
  await page.locator(".run-head", { hasText: "Fjell 3" }).waitFor();
  const first = await kept(page, 5);
  check(`${of}: a new shoe and what was different are kept`, first.shoe === "Fjell 3"
    && first.changed.join() === "lacing,new socks" && first.onset === undefined, JSON.stringify(first.changed));
  await page.reload();
  await openForm();
  check(`${of}: they stand in the form after a reload`,
    await form.getByLabel("Shoe", { exact: true }).inputValue() === "Fjell 3"
      && await form.getByLabel("Different lacing").isChecked() && await form.getByLabel("new socks").isChecked());
  const found = await violations(page);
  check(`${of}: the form can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.route("**/api/log", (route) => route.fulfill({ status: 503, json: { error: { code: "FF_ERR_BUSY" } } }));
  await form.getByLabel("Shoe", { exact: true }).selectOption("another shoe");
  await form.getByLabel("Name of that shoe").fill("Fjell 4");
  await form.getByLabel("Nothing: all as usual").check();
  await form.getByRole("button", { name: "Keep this" }).click();
  await form.getByRole("alert").waitFor();
  check(`${of}: an error leaves what was ticked`, await form.getByLabel("Nothing: all as usual").isChecked()
    && !await form.getByLabel("Different lacing").isChecked());
  await page.unroute("**/api/log");
  await form.getByRole("button", { name: "Keep this" }).click();
  await page.locator(".run-head", { hasText: "Nothing: all as usual" }).waitFor();
  const last = await kept(page, 5);
  check(`${of}: nothing was different, after all, and it was yet another shoe`, last.changed.join() === "usual"
    && last.shoe === "Fjell 4");
}

/** The list held to a month, and rows that come as one scrolls. */
async function theList(page) {
  const of = "the list of runs";
  await changed(page, "**/api/runs", (all) => {
    const [first] = all;
    const more = Array.from({ length: 200 }, (_, i) => ({ ...first, id: 1000 + i,
      start: new Date(Date.UTC(2024, 0, 1 + i, 6)).toISOString() }));
    all.unshift(...more);
  });
  await go(page, "runs");
  const rows = page.locator(".runs > li");
  const before = await rows.count();
  for (let i = 0; i < 40 && await rows.count() < 240; i++) {
    await page.mouse.wheel(0, 4000);
    await page.waitForTimeout(50);
  }
  check(`${of}: more rows come as one scrolls down`, before < 100 && await rows.count() === 240,
    `${before}, then ${await rows.count()}`);
  await page.getByLabel("Month").selectOption("2024-02");
  check(`${of}: it is held to a month`, await rows.count() === 29, String(await rows.count()));
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
}

/** The timeline leads to runs, by mouse and by its buttons; so does the drawing of a trial. */
async function theTimeline(page) {
  const of = "the timeline";
  await go(page, "runs");
  const picks = page.locator(".picks");
  await picks.waitFor();
  const { marks, width, height } = await page.evaluate(async () => {
    const token = sessionStorage.getItem("footfall-token");
    return (await fetch("/api/onset-chart", { headers: { "X-Footfall-Token": token } })).json();
  });
  const mark = marks[20];
  const box = await picks.boundingBox();
  await page.mouse.click(box.x + box.width * mark.x / width, box.y + box.height * mark.y / height);
  const link = page.locator(".picked a");
  check(`${of}: a click picks the run that stands there`, await link.getAttribute("href") === `#/runs/${mark.run}`,
    await page.locator(".picked").innerText());
  await page.getByRole("button", { name: "Run before" }).focus();
  await page.keyboard.press("Enter");
  check(`${of}: a key goes to the run before`, await link.getAttribute("href") === `#/runs/${marks[19].run}`);
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await link.focus();
  await page.keyboard.press("Enter");
  await page.locator(".handle-field").waitFor();
  check(`${of}: and leads to it`, await page.locator("h1").innerText() === `Run ${marks[19].run}`);
}

/** An error that a scene makes on purpose is no noise. */
const quietly = (play) => async (page, { noise }) => {
  await play(page);
  noise.splice(0, noise.length, ...noise.filter((line) => !line.startsWith("503 ")));
};

/** As a watch records it that lies on a table. */
async function withoutAMetre(page) {
  const of = "a run without a metre";
  await changed(page, /\/api\/runs\/3$/, (run) => { Object.assign(run, { distance_m: 0, speed_mps: 0, moving_s: 0 }); });
  await go(page, "runs/3");
  await page.locator(".facts").first().waitFor();
  const facts = await page.locator(".facts").first().innerText();
  check(`${of}: its figures are told, and no pace`, /0\.0 km/.test(facts) && !/Pace|NaN|Infinity/.test(facts), facts);
}

export const scenes = [
  { name: "a run without a metre", journal: "demo", play: (page) => withoutAMetre(page) },
  { name: "a handle by mouse", journal: "handle", play: (page) => byMouse(page) },
  { name: "a handle by keys", journal: "handle", play: (page) => byKeys(page) },
  { name: "a handle by finger", journal: "handle", options: { viewport: PHONE, hasTouch: true, isMobile: true },
    play: quietly(byFinger) },
  { name: "what a run was run with", journal: "handle", play: quietly(inTheForm) },
  { name: "the timeline", journal: "demo", play: (page) => theTimeline(page) },
  { name: "the list of runs", journal: "demo", play: (page) => theList(page) },
];
