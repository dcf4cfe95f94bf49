// What is typed and not kept is not lost by a link of the menu, nor by the browser's way back.
import { appears, check, go, violations } from "../stage.mjs";

const typed = (page) => page.getByLabel("Medicines").inputValue();

async function leaving(page) {
  await go(page, "todo");
  await go(page, "visit");
  await page.getByLabel("Medicines").fill("metformin since May");
  const link = page.getByRole("navigation").getByRole("link", { name: "Why" });
  await link.click();
  const question = page.locator("#news .unkept");
  check("a link of the menu: it is asked first, and nothing is lost",
    /not kept yet/.test(await question.innerText()) && await typed(page) === "metformin since May");
  const found = await violations(page);
  check("a link of the menu: the question can be used by everybody (axe)", found.length === 0, found.join("\n"));
  await question.getByRole("button", { name: "Not now" }).click();
  check("a link of the menu: one stays where one was", await question.count() === 0
    && await link.evaluate((node) => node === document.activeElement) && /#\/visit$/.test(page.url()), page.url());
  await page.goBack();
  check("the way back: it is asked first, and the address stays", await appears(question)
    && await typed(page) === "metformin since May" && /#\/visit$/.test(page.url()), page.url());
  await question.getByRole("button", { name: "Leave this screen" }).click();
  check("the way back: it is gone where one wants it", await appears(page.getByRole("heading", { name: "What to do", level: 1 }))
    && /#\/todo$/.test(page.url()) && await page.locator(".unkept").count() === 0, page.url());
  await page.goBack();
  check("the way back: and then nothing is asked", await appears(page.getByLabel("Medicines"))
    && await page.locator(".unkept").count() === 0 && await typed(page) === "");
}

export const scenes = [
  { name: "leaving what is typed", journal: "leaving", play: leaving },
];
