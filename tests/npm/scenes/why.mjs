// What fits, before anything was said: the bars must not look like an answer.
import { check, go, settled, violations } from "../stage.mjs";

async function nothingSaid(page) {
  const of = "why, with nothing said";
  await go(page, "why");
  await page.locator(".cause").first().waitFor();
  await settled(page);
  const text = await page.locator("main").innerText();
  check(`${of}: it says that nothing is known yet`, /Nothing is known of you yet/.test(text), text.slice(0, 600));
  check(`${of}: it tells how likely the illnesses are together that a doctor should see`,
    /The \d+ illnesses among the causes that a doctor should see within days: \d+ % together/.test(text), text.slice(0, 2000));
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  check(`${of}: where the core names a command, the page links to its screen`, !/'footfall/.test(text)
    && await page.locator("dd a[href='#/lace']").first().textContent() === "Lacing", text.match(/.{40}'footfall.{40}/)?.[0]);
  const kept = await page.evaluate(async () => {
    const answer = await fetch("/api/answer", { method: "POST", body: JSON.stringify({ id: "lace_mark", state: "said", value: "yes" }),
      headers: { "X-Footfall-Token": sessionStorage.getItem("footfall-token") } });
    return [answer.status, await answer.text()];
  });
  await page.reload();
  await page.locator(".cause").first().waitFor();
  check(`${of}: no more of that when something was said`, !/Nothing is known of you yet/.test(await page.locator("main").innerText()), kept.join());
}

export const scenes = [
  { name: "why, with nothing said", journal: "empty_why", play: nothingSaid },
];
