// Words stay with the runner they were said of, nothing typed is lost unasked, and a red flag is never late.
import { changed, check, go } from "../stage.mjs";

const saved = (page) => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("footfall-draft-")));
const waitFor = (page, locator) => page.locator(locator).first().waitFor();

/** Run 3 of the made-up runner is another run 3. */
async function runners(page) {
  await go(page, "runs/3");
  await page.getByRole("button", { name: "Place the mark where it began" }).click();
  await waitFor(page, ".handle-bar strong");
  check("two runners: a mark that is not kept yet is remembered", (await saved(page)).length === 1, await saved(page));
  await go(page, "questions");
  await page.getByRole("button", { name: "Skip the open ones" }).click();
  await page.getByText("They need a doctor today").waitFor();
  await go(page, "start");
  await page.getByRole("button", { name: "Try the sample runner" }).click();
  await waitFor(page, ".sample");
  await go(page, "runs/3");
  await waitFor(page, ".onset-chart");
  check("two runners: the made-up one has no mark of the other", await page.locator(".handle-bar strong").count() === 0);
  await page.getByRole("button", { name: "Back to my own runs" }).click();
  await page.locator(".sample").waitFor({ state: "detached" });
  await go(page, "runs/3");
  await waitFor(page, ".handle-bar strong");
  check("two runners: and back with one's own, it is there", await page.locator(".handle-bar strong").count() === 1);
  await page.evaluate(() => sessionStorage.setItem("footfall-journal", "/elsewhere/other.footfall"));
  await page.reload();
  await waitFor(page, ".onset-chart");
  check("another journal at the same address: no mark of the one before is left",
    await page.locator(".handle-bar strong").count() === 0 && (await saved(page)).length === 0, await saved(page));
}

async function typed(page) {
  await go(page, "visit");
  await page.getByLabel("Medicines").fill("metformin since May");
  await page.getByRole("button", { name: "Deutsch" }).click();
  const question = page.locator("#foot [role=alert]");
  check("another language: what is typed is asked for first, and still there", /not kept yet/.test(await question.innerText())
    && await page.getByLabel("Medicines").inputValue() === "metformin since May");
  await question.getByRole("button", { name: "Not now" }).click();
  check("another language: it can wait", await page.getByLabel("Medicines").inputValue() === "metformin since May"
    && await page.evaluate(() => document.documentElement.lang) === "en");
  let asked = 0;
  page.on("dialog", (dialog) => { asked += dialog.type() === "beforeunload"; dialog.dismiss(); });
  await page.evaluate(() => location.reload());
  await page.waitForTimeout(300);
  check("a reload: the browser asks before it loses what is typed", asked === 1
    && await page.getByLabel("Medicines").inputValue() === "metformin since May", `${asked}`);
  await page.locator("form.card button[type=submit]").click();
  await page.waitForFunction(() => document.querySelector("#status").textContent !== "");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "de");
  check("another language: what is kept is not asked for", asked === 1);
  await go(page, "where");
  await page.locator("[data-shown] .region, .region").first().focus();
  await page.keyboard.press(" ");
  await page.getByRole("button", { name: "English" }).click();
  check("another language: marks on the feet are typed, too", await page.locator("#foot [role=alert]").isVisible());
}

const tickFirst = async (page) => {
  await page.locator(".line").first().getByLabel("Yes").check({ force: true });
  await page.locator("main .actions button").first().click();
};

async function flags(page, { context, server }) {
  const other = await context.newPage();
  await other.goto(server.address);
  await go(other, "lace");
  await go(page, "questions");
  await page.locator(".line").first().waitFor();
  await tickFirst(page);
  await waitFor(page, ".alarm");
  await other.locator("#news .alarm").waitFor();
  check("a red flag: it is said in the other window too, whatever stands there",
    await other.locator("#news").evaluate((node) => node.contains(document.activeElement)));
  await go(page, "start");
  check("a red flag: it stands on the first screen", await page.locator("main .alarm").isVisible());
  await go(other, "todo");
  check("a red flag: with the next screen it stands there alone", await other.locator(".alarm").count() === 1);
}

/** A mark on a run among the runs, where no flag stands otherwise. */
async function onARun(page) {
  await go(page, "runs");
  const row = page.locator(".runs > li").nth(9);
  await row.locator(".say > summary").click();
  await row.getByLabel("Numb from the start").check();
  await row.getByText("Where in this run").click();
  await row.locator(".foot-map").waitFor();
  await row.locator(".foot-view[data-view=sole][data-side=left] [data-region=SD]").click();
  await row.getByRole("button", { name: "Keep this" }).click();
  await page.locator("#news .alarm").waitFor();
  check("a mark on a run: what it raises is said at once", /emergency/i.test(await page.locator("#news").innerText())
    && !/another window/.test(await page.locator("#news").innerText()), await page.locator("#news").innerText());
}

/** The answer is kept and the next question does not come. */
async function noNext(page, { noise }) {
  await go(page, "questions");
  await page.getByRole("button", { name: "None of these fits" }).click();
  await page.getByText("They need a doctor today").waitFor();
  await changed(page, "**/api/answers", (value) => { delete value.next; });
  await page.route("**/api/question**", (route) => route.fulfill({ status: 500, contentType: "application/json",
    body: JSON.stringify({ error: { code: "FF_ERR_IO", message: "the disk is gone" } }) }));
  await tickFirst(page);
  await waitFor(page, "main [role=alert]");
  check("the next question does not come: what the answer raised is said", await page.locator("main .alarm").isVisible(),
    await page.locator("main").innerText());
  await page.unroute("**/api/question**");
  await page.getByRole("button", { name: "Try again" }).click();
  await waitFor(page, "#question");
  noise.length = 0;
}

async function forgotten(page, { context, server }) {
  const other = await context.newPage();
  await other.goto(server.address);
  await go(other, "runs/3");
  await other.getByRole("button", { name: "Place the mark where it began" }).click();
  await waitFor(other, ".handle-bar strong");
  const third = await context.newPage();
  await third.goto(server.address);
  await go(third, "runs/3");
  await third.getByRole("button", { name: "Place the mark where it began" }).click();
  await waitFor(third, ".handle-bar strong");
  await go(third, "start");
  await third.getByRole("button", { name: "Try the sample runner" }).click();
  await waitFor(third, ".sample");
  await go(page, "data");
  await page.getByRole("button", { name: "I want to forget everything" }).click();
  await page.getByLabel("To go on, type").fill("forget everything");
  await Promise.all([other.waitForEvent("load"), page.keyboard.press("Enter")]);
  check("forgotten: another tab keeps nothing of it", (await saved(other)).length === 0, await saved(other));
  check("forgotten: nor does one that looks at the made-up runner, and it goes on", (await saved(third)).length === 0
    && await third.locator(".sample").isVisible(), await saved(third));
}

export const scenes = [
  { name: "two runners", journal: "apart", play: runners },
  { name: "typed and not kept", journal: "typed", play: typed },
  { name: "a red flag elsewhere", journal: "flag_elsewhere", play: flags },
  { name: "no next question", journal: "no_next", play: noNext },
  { name: "a mark on a run", journal: "flag_run", play: onARun },
  { name: "forgotten elsewhere", journal: "forgotten_elsewhere", play: forgotten },
];
