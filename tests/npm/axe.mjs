// Whether a page that stands alone is accessible (axe-core), narrow and light, wide and dark; and
// whether it is wider than the window, or its own policy refuses a part of it. node axe.mjs FILE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const page = pathToFileURL(process.argv[2]).href;
const browser = await chromium.launch({ executablePath: process.argv[3], args: ['--no-sandbox'] });
for (const [width, colorScheme] of [[360, 'light'], [1280, 'dark']]) {
  const viewport = { width, height: 800 };
  const refused = [];
  const plain = await (await browser.newContext({ viewport, colorScheme })).newPage();
  plain.on('console', (message) => refused.push(message.text()));
  await plain.goto(page);
  const wider = await plain.evaluate('document.documentElement.scrollWidth - innerWidth');
  const open = await (await browser.newContext({ viewport, colorScheme, bypassCSP: true })).newPage();
  await open.goto(page);
  await open.evaluate(axe);
  const { violations, passes } = await open.evaluate('axe.run()');
  console.log(width, colorScheme, 'violations:', violations.length, 'some passes:', passes.length > 20,
    'wider by', wider, 'refused:', refused.length);
  for (const v of violations) console.log(v.id, v.nodes.length, v.nodes[0].html.slice(0, 150));
}
await browser.close();
