// Drives the page in Chromium as a runner would, and prints TAP. The scenes are in scenes/: a list each of
// {name, journal, options, play}. tests/browser.py asks with "--journals" which journals they need,
// starts a server on each, and calls this with {chromium, servers: {demo, mouse, ...}}: of each
// server its address and process id.
import { readdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { playScene, printPlan } from "./stage.mjs";

const only = process.env.FOOTFALL_SCENE; // this scene alone, while one works on it

async function allScenes() {
  const files = readdirSync(new URL("scenes/", import.meta.url)).filter((name) => name.endsWith(".mjs")).sort();
  const lists = await Promise.all(files.map((name) => import(`./scenes/${name}`)));
  return lists.flatMap((list) => list.scenes).filter((scene) => !only || scene.name === only);
}

async function playAll(scenes, { chromium: executablePath, servers }) {
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid() === 0 ? ["--no-sandbox"] : [],
  });
  for (const scene of scenes) await playScene(browser, scene, servers[scene.journal]);
  await browser.close();
  printPlan();
}

const scenes = await allScenes();
if (process.argv[2] === "--journals") {
  console.log(JSON.stringify([...new Set(scenes.map((scene) => scene.journal))]));
} else {
  await playAll(scenes, JSON.parse(process.argv[2]));
}
