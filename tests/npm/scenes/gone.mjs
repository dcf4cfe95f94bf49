// A server that is killed in the midst of a request, and one that is started again in its place.
import { startAgain } from "../given.mjs";
import { check, go, tooWide, violations } from "../stage.mjs";

// textContent: a row has no innerText until it is drawn for the first time (content-visibility)
const numbness = (page) => page.locator(".runs > li .numbness").first().textContent();

/** Types into a run's form, and has the server killed while it is asked to keep that. */
async function killWhileItKeeps(page, server) {
  await go(page, "runs");
  const row = page.locator(".runs > li").first();
  await row.locator(".say > summary").click();
  await row.locator("fieldset input[type=number]").first().fill("23");
  process.kill(server.pid, "SIGSTOP"); // it takes the request, and never comes to answer it
  const asked = page.waitForRequest("**/api/log");
  await row.getByRole("button", { name: "Keep this" }).click();
  await asked;
  process.kill(server.pid, "SIGKILL");
  await row.getByRole("alert").waitFor();
  return row;
}

async function serverGone(page, { noise, server }) {
  const { port } = new URL(server.address);
  const row = await killWhileItKeeps(page, server);
  check("the server is gone: it is said where it happened, with what to do",
    /footfall open/.test(await row.getByRole("alert").innerText()));
  const box = page.locator("#silence");
  check("the server is gone: it is said on top, with the command that starts it again",
    new RegExp(`open --port ${port}`).test(await box.innerText()), await box.innerText());
  check("the server is gone: that can be read by everybody (axe)", (await violations(page)).length === 0);
  await page.setViewportSize({ width: 360, height: 740 });
  check("the server is gone: and is no wider than a phone", await tooWide(page) <= 0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("navigation").getByRole("link", { name: "Why" }).click();
  await page.getByRole("button", { name: "Leave this screen" }).click(); // what was typed could not be kept
  await page.locator("#nav [aria-current]").filter({ hasText: "Why" }).waitFor();
  check("the server is gone: it is said on every screen", await box.getByText("footfall has stopped").isVisible());
  await page.goBack();
  noise.length = 0; // the browser itself notes that nobody answered
}

async function goesOn(page, { noise, context, server }) {
  const { port } = new URL(server.address);
  const again = startAgain(server.pid, port);
  const row = await killWhileItKeeps(page, server);
  const typed = row.locator("fieldset input[type=number]").first();
  check("a server started again: nothing typed is lost", await typed.inputValue() === "23");
  const { child, address } = await again();
  try {
    const other = await context.newPage();
    await other.goto(address);
    await page.locator("#silence").getByText("footfall has stopped").waitFor({ state: "detached" });
    check("a server started again: the old page goes on, and what was typed is still there",
      await typed.inputValue() === "23");
    check("a server started again: that is said to those who do not see it",
      await page.locator("#status").innerText() === "footfall answers again.");
    noise.length = 0; // the browser itself notes that nobody answered
    await go(other, "runs");
    const before = await numbness(other);
    check("a server started again: what it could not keep was not kept by half", !/23/.test(before), before);
    await row.getByRole("button", { name: "Keep this" }).click();
    await page.waitForFunction(() => /23/.test(document.querySelector(".runs > li .numbness").textContent));
    await page.reload();
    await page.locator(".runs > li").first().waitFor();
    check("a server started again: and now it is kept", /23/.test(await numbness(page)));
  } finally {
    child.kill("SIGTERM");
  }
}

export const scenes = [
  { name: "the server is gone", journal: "gone", play: serverGone },
  { name: "a server started again", journal: "again", play: goesOn },
];
