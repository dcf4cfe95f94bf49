// Two tabs, a red flag.
import { changed, check, go, violations } from "../stage.mjs";

async function twoTabs(page, { context, server }) {
  const other = await context.newPage();
  await other.goto(server.address);
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
  await say(page, "21"); // neither is in what the row says before
  await say(other, "24");
  await page.reload();
  await page.locator(".runs > li").first().waitFor();
  check("two tabs: the word that was given last counts in both",
    /24/.test(await page.locator(".runs > li .numbness").first().textContent()));
}

async function redFlag(page) {
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
  await go(page, "tests");
  check("a red flag: the tests that load the foot wait, and the others can be opened",
    await page.getByText("Waits: it loads the foot").count() === 4
      && await page.locator("main a[href='#/tests/lunge']").count() === 0
      && await page.locator("main a[href='#/tests/ipswich']").count() === 1, await page.locator("main").innerText());
  await go(page, "tests/heel_raise");
  check("a red flag: a test that loads the foot is not shown",
    await page.locator("main ol, main form").count() === 0
      && /it loads the foot/.test(await page.getByRole("alert").last().innerText()), await page.locator("main").innerText());
  await changed(page, "**/api/shoes", (value) => value.push({ id: 1, name: "Road A", runs: 0, retired: false }));
  await go(page, "shoes");
  await page.getByRole("heading", { name: "Left foot" }).waitFor();
  const left = page.locator("li.cause").filter({ has: page.getByRole("heading", { name: "Left foot" }) });
  await left.locator("summary").click();
  await left.getByLabel("Length, standing").fill("262");
  await left.getByRole("button", { name: "Keep this" }).click();
  await left.getByText("262 \u00b1").waitFor();
  const shoe = page.locator("li.cause").filter({ has: page.getByRole("heading", { name: "Road A" }) });
  await shoe.locator("summary").first().click();
  await shoe.getByText("No shoe is proposed now").waitFor();
  check("a red flag: no shoe is proposed", await shoe.locator("table").count() === 0, await shoe.innerText());
  check("a red flag: what waits can be read by everybody (axe)",
    (await violations(page)).length === 0, (await violations(page)).join("\n"));
}

export const scenes = [
  { name: "two tabs", journal: "tabs", play: twoTabs },
  { name: "a red flag", journal: "flag", play: redFlag },
];
