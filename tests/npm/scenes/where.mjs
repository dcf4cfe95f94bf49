// Where it goes numb: marked on the feet with a mouse, with keys alone, and with a finger.
import { PHONE, check, go, tooWide, violations } from "../stage.mjs";

const region = (page, view, side, id) =>
  page.locator(`.foot-view[data-view=${view}][data-side=${side}] [data-region=${id}]`);
const isMarked = async (locator) => await locator.getAttribute("aria-checked") === "true";
const marked = (page) => page.locator(".foot-list li > span").allInnerTexts();
const said = (page) => page.locator(".foot-said").innerText();

async function open(page, screen = "where") {
  await go(page, screen);
  await page.locator(".foot-map").waitFor();
}

async function keep(page) {
  const answered = page.waitForResponse(/\/api\/(answers|log)$/);
  await page.getByRole("button", { name: "Keep this" }).click();
  await answered;
}

/** A run that went numb, so that something can be marked of it. */
const numb = (page, run, more = {}) => page.evaluate(async (body) => {
  const answer = await fetch("/api/log", { method: "POST", body: JSON.stringify(body),
    headers: { "X-Footfall-Token": sessionStorage.getItem("footfall-token") } });
  await answer.text();
}, { run, numb: "20min", ...more });

/** Draws on the right sole from one place to another. */
async function drawAcross(page, from, to) {
  const places = [from, to].map((id) => region(page, "sole", "right", id));
  await places[0].scrollIntoViewIfNeeded();
  const [begin, end] = (await Promise.all(places.map((place) => place.boundingBox())))
    .map((box) => [box.x + box.width / 2, box.y + box.height / 2]);
  await page.mouse.move(...begin);
  await page.mouse.down();
  await page.mouse.move(...end, { steps: 25 });
  await page.mouse.up();
}

async function withAMouse(page) {
  const of = "where, with a mouse";
  await open(page);
  check(`${of}: nothing is marked at first`, await said(page) === "Nothing is marked.");
  const toe = region(page, "top", "left", "TD1");
  await toe.click();
  check(`${of}: a press marks a place in all views of it`, await isMarked(toe)
    && await isMarked(region(page, "inner", "left", "TD1")) && !await isMarked(region(page, "top", "right", "TD1")));
  check(`${of}: what is marked is told in words`, (await marked(page)).join() === "Left foot: top of the big toe", await marked(page));
  await toe.click();
  check(`${of}: a second press takes it back`, !await isMarked(toe));
  await drawAcross(page, "B1", "B5");
  check(`${of}: drawing across the ball marks all of it`, (await marked(page)).length === 5, await marked(page));
  await page.getByRole("button", { name: "Undo" }).click();
  check(`${of}: the whole stroke is undone at once`, (await marked(page)).length === 0, await marked(page));
  await drawAcross(page, "B1", "B5");
  await page.getByRole("button", { name: /^Take back: Right foot: ball of the foot behind the third toe/ }).click();
  check(`${of}: one can be taken back in the list, and the focus stays there`, (await marked(page)).length === 4
    && await page.evaluate(() => document.activeElement.closest(".foot-list") !== null));
  await page.getByRole("button", { name: "Clear" }).click();
  check(`${of}: all can be cleared, and that can be undone`, (await marked(page)).length === 0
    && await page.getByRole("button", { name: "Undo" }).click() === undefined && (await marked(page)).length === 4);
  await page.getByLabel("Show on the feet").selectOption({ label: "deep peroneal nerve, foot part" });
  const about = await page.locator(".overlay [role=status]").innerText();
  check(`${of}: a nerve lies on the feet, and its places and sources are told`,
    await region(page, "top", "left", "W1").locator(".laid-core").count() === 1
    && await region(page, "top", "left", "DMM").locator(".laid-border").count() === 1
    && /gap between big and second toe/.test(about) && /S18/.test(about), about);
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.getByLabel("Show on the feet").selectOption("");
  check(`${of}: the nerve goes again`, await page.locator(".laid").count() === 0);
  await keep(page);
  await page.getByText("this is what you drew").waitFor();
  await page.reload();
  await page.locator(".foot-map").waitFor();
  check(`${of}: what was kept is marked after a reload`, (await marked(page)).length === 4, await marked(page));
}

async function onRuns(page, { noise }) {
  const of = "where, of runs";
  await numb(page, 39, { sites: "left:W1,TP1" });
  await numb(page, 40);
  await open(page, "where/40");
  check(`${of}: of a run without marks none are shown`, (await marked(page)).length === 0, await marked(page));
  await page.getByRole("button", { name: /^Copy from/ }).click();
  check(`${of}: marks are copied from the last run that has some`, (await marked(page)).length === 2, await marked(page));
  await page.getByLabel("burning").check();
  await page.getByLabel("How numb").selectOption("6");
  await page.route("**/api/log", (route) => route.fulfill({ status: 503, json: { error: { code: "FF_ERR_BUSY", message: "busy" } } }));
  await page.getByRole("button", { name: "Keep this" }).click();
  await page.locator("main form .trouble").waitFor();
  check(`${of}: an error keeps the marks, the feeling and the strength`, (await marked(page)).length === 2
    && await page.getByLabel("burning").isChecked() && await page.getByLabel("How numb").inputValue() === "6");
  await page.unroute("**/api/log");
  noise.length = 0; // that error was wanted
  await page.getByLabel("What you mark").selectOption({ index: 0 });
  await page.getByLabel("What you mark").selectOption("40");
  check(`${of}: what was not kept is there when one comes back to it`, (await marked(page)).length === 2
    && await page.getByLabel("burning").isChecked());
  await keep(page);
  await page.getByText("Places are marked on 2 runs").waitFor();
  const sum = await page.locator("main table").innerText();
  check(`${of}: the runs' marks are summed in a drawing and in words`, /gap between big and second toe\s+2\sof\s2/.test(sum)
    && await page.locator("main .drawing svg").count() === 1, sum);
  const all = await page.locator("main").innerText();
  check(`${of}: it tells how it felt, and whose skin that is`, /burning \(1 run\)/.test(all)
    && /nerve to the first toe gap/.test(all), all.slice(-900));
  await go(page, "runs");
  const row = page.locator(".runs > li").filter({ hasText: "Run 40" });
  check(`${of}: the list of runs tells how it felt`, /it felt burning/.test(await row.textContent()), await row.textContent());
  await row.locator(".say > summary").click();
  await row.getByText("Where in this run").click();
  await row.locator(".foot-map").waitFor();
  check(`${of}: the form of a run has its marks`, (await marked(page)).length === 2, await marked(page));
  await region(page, "sole", "left", "TP2").click();
  await row.getByRole("button", { name: "Keep this" }).click();
  await row.locator(".foot-map").waitFor({ state: "detached" });
  await open(page, "where/40");
  check(`${of}: what is marked there is kept`, (await marked(page)).length === 3, await marked(page));
}

/** The places the arrows reach from the one that has the focus. */
const reached = (page) => page.evaluate(() => {
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
  return [...document.querySelectorAll(".foot-view")].map((view) => {
    const all = [...view.querySelectorAll(".region")];
    const seen = new Set([all[0]]);
    for (const one of seen) {
      for (const key of keys) {
        one.focus();
        one.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        seen.add(document.activeElement);
      }
    }
    return all.filter((one) => !seen.has(one)).map((one) => `${view.dataset.view} ${one.dataset.region}`);
  }).flat();
});

async function withKeys(page) {
  const of = "where, with keys alone";
  await open(page);
  check(`${of}: the tab key reaches one place of each drawing`, await page.locator(".foot-view [tabindex='0']").count() === 8);
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate(() => document.activeElement.matches(".foot-view [role=checkbox]"))) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Home");
  const first = await page.evaluate(() => document.activeElement.dataset.region);
  await page.keyboard.press("ArrowUp");
  const second = await page.evaluate(() => document.activeElement.dataset.region);
  await page.keyboard.press("Space");
  check(`${of}: the arrows go, and the space bar marks`, first !== second && (await marked(page)).length === 1, `${first} ${second}`);
  await page.keyboard.press("Space");
  check(`${of}: and takes back`, (await marked(page)).length === 0);
  await page.keyboard.press("Enter");
  const missed = await reached(page);
  check(`${of}: the arrows reach every place`, missed.length === 0, missed.join("\n"));
  const names = await page.locator(".foot-view [role=checkbox]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  check(`${of}: every place has a name that says foot and place`, names.length > 100
    && names.every((name) => /^(Left|Right) foot: [a-z]/.test(name)), names.find((name) => !/foot: [a-z]/.test(name)));
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate(() => document.activeElement.textContent === "Keep this")) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.getByText("this is what you drew").waitFor();
  check(`${of}: it is kept`, await page.locator("form .calm").isVisible());
}

async function withAFinger(page) {
  const of = "where, on a phone";
  await open(page);
  check(`${of}: one foot from one side is shown`, await page.locator(".foot-view:visible").count() === 1);
  await page.getByLabel("Right foot", { exact: true }).check();
  await page.getByLabel("sole", { exact: true }).check();
  for (const id of ["TP5", "W3", "B2"]) await region(page, "sole", "right", id).locator(".shape").tap();
  check(`${of}: taps mark a small toe, a gap and the ball`, (await marked(page)).join("; ")
    === "Right foot: underside of the little toe; Right foot: gap between third and fourth toe; "
      + "Right foot: ball of the foot behind the second toe", await marked(page));
  const sizes = await page.locator(".foot-view:visible .region").evaluateAll((all) => all.map((one) => {
    const { width, height } = (one.querySelector(".reach") ?? one.querySelector(".shape")).getBoundingClientRect();
    return [one.dataset.region, Math.min(width, height)];
  }));
  const small = sizes.filter(([, size]) => size < 24);
  check(`${of}: every place of the sole is 24 pixels wide and high`, small.length === 0, small.join("\n"));
  const wide = await tooWide(page);
  check(`${of}: it is no wider than the screen`, wide <= 0, `${wide} px too wide`);
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.getByLabel("Left foot", { exact: true }).check();
  await page.getByLabel("sole", { exact: true }).check();
  check(`${of}: marks of the other foot stay`, (await marked(page)).length === 3);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("button", { name: "Change the language all the same" }).click();
  await page.locator(".foot-map").getByText("Linker Fuß, oben").waitFor();
  check(`${of}: in German too`, await page.locator(".foot-view [role=checkbox]").evaluateAll((all) =>
    all.every((one) => /^(Linker|Rechter) Fuß: /.test(one.getAttribute("aria-label")))));
}

/** A finger put down in one place of the right sole and lifted in another. */
async function strokeBetween(page, from, to) {
  const middle = async (id) => {
    const { x, y, width, height } = await region(page, "sole", "right", id).boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  await region(page, "sole", "right", from).evaluate((node) => node.scrollIntoView({ block: "center" }));
  const [begin, end] = [await middle(from), await middle(to)];
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", begin);
  for (let i = 1; i <= 20; i++) {
    await send("touchMove", { x: begin.x + (end.x - begin.x) * i / 20, y: begin.y + (end.y - begin.y) * i / 20 });
  }
  await send("touchEnd");
  await page.waitForTimeout(400); // until a scroll has come to rest
}

async function drawnByAFinger(page) {
  const of = "where, drawn by a finger";
  await open(page);
  await page.getByLabel("Right foot", { exact: true }).check();
  await page.getByLabel("sole", { exact: true }).check();
  await strokeBetween(page, "B1", "B5");
  check(`${of}: a stroke across marks`, (await marked(page)).length === 5, await marked(page));
  await page.getByRole("button", { name: "Clear" }).tap();
  const scrolled = () => page.evaluate(() => scrollY);
  await region(page, "sole", "right", "B3").evaluate((node) => node.scrollIntoView({ block: "center" }));
  const before = await scrolled();
  await strokeBetween(page, "B3", "TP3");
  check(`${of}: up or down it scrolls, and marks nothing`, (await marked(page)).length === 0 && await scrolled() !== before,
    `${await marked(page)} ${before} ${await scrolled()}`);
  await page.getByRole("button", { name: "Draw with a finger" }).tap();
  check(`${of}: what the switch does is told`, await page.getByText("A finger on a foot draws now").isVisible());
  await strokeBetween(page, "B3", "TP3");
  check(`${of}: with the switch on, up and down marks too`, (await marked(page)).length >= 2, await marked(page));
  await page.getByRole("button", { name: "Undo" }).tap();
  check(`${of}: the whole stroke is undone at once`, (await marked(page)).length === 0, await marked(page));
  await region(page, "sole", "right", "B2").locator(".shape").tap();
  check(`${of}: a tap marks as before`, (await marked(page)).length === 1, await marked(page));
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await page.getByRole("button", { name: "Draw with a finger" }).tap();
  await strokeBetween(page, "B3", "TP3");
  check(`${of}: and off again it scrolls`, (await marked(page)).length === 1, await marked(page));
}

async function betweenTheLegs(page) {
  const of = "where, between the legs";
  await open(page);
  await region(page, "sole", "left", "SD").click();
  await keep(page);
  await page.locator(".alarm").waitFor();
  check(`${of}: marking it raises the alarm at once`, /emergency/i.test(await page.locator(".alarm").innerText()));
}

export const scenes = [
  { name: "where, with a mouse", journal: "where_mouse", play: withAMouse },
  { name: "where, of runs", journal: "where_runs", play: onRuns },
  { name: "where, with keys alone", journal: "where_keys", play: withKeys },
  { name: "where, on a phone", journal: "where_phone", options: { viewport: PHONE, hasTouch: true }, play: withAFinger },
  { name: "where, drawn by a finger", journal: "where_finger", options: { viewport: PHONE, hasTouch: true, isMobile: true },
    play: drawnByAFinger },
  { name: "where, between the legs", journal: "where_legs", play: betweenTheLegs },
];
