// A page of another site in the same browser, which knows the port and tries what pages can try.
import { createServer } from "node:http";
import { check } from "../stage.mjs";

/** Somebody else's page: an origin of its own on this machine. */
async function foreignSite() {
  const site = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>foreign</title><iframe name=target></iframe><p>a page of somebody else</p>");
  });
  await new Promise((ready) => { site.listen(0, "127.0.0.1", ready); });
  return { address: `http://127.0.0.1:${site.address().port}/`, close: () => site.close() };
}

/** Runs in the foreign page: what each way gave it. */
async function tryEverything({ origin, token }) {
  const settle = (promise) => Promise.race([promise.catch((error) => `${error.name}`),
    new Promise((done) => { setTimeout(() => done("nothing came"), 3000); })]);
  const read = async (path, options) => {
    const response = await fetch(origin + path, options);
    return response.type === "opaque" ? "opaque" : `READ ${response.status} ${(await response.text()).slice(0, 40)}`;
  };
  const loads = (tag, path) => new Promise((done) => {
    const element = document.createElement(tag);
    element.onload = () => done(`LOADED ${tag}`);
    element.onerror = () => done("refused");
    element.src = origin + path;
    document.body.append(element);
  });
  const frame = () => new Promise((done) => {
    const element = document.createElement("iframe");
    element.onload = () => {
      let seen = "nothing";
      try { seen = element.contentDocument ? `SEEN ${element.contentDocument.title}` : "nothing"; } catch { /* it is another origin's */ }
      done(seen);
    };
    element.src = `${origin}/`;
    document.body.append(element);
  });
  const socket = () => new Promise((done) => {
    const one = new WebSocket(`${origin.replace("http", "ws")}/api/runs`);
    one.onopen = () => done("OPENED");
    one.onerror = () => done("refused");
  });
  const form = async () => {
    const element = document.createElement("form");
    element.method = "post";
    element.enctype = "text/plain";
    element.target = "target";
    element.action = `${origin}/api/log`;
    element.innerHTML = `<input name='{"run":1,"none":true,"x":"' value='"}'>`;
    document.body.append(element);
    element.submit();
    await new Promise((done) => { setTimeout(done, 1000); });
    return "sent";
  };
  const body = JSON.stringify({ run: 1, none: true });
  const key = { "X-Footfall-Token": token };
  return {
    "a fetch": await settle(read("/api/runs")),
    "a fetch with the right key": await settle(read("/api/runs", { headers: key })),
    "a fetch that asks for no answer": await settle(read("/api/runs", { mode: "no-cors" })),
    "a post": await settle(read("/api/log", { method: "POST", body })),
    "a post that needs no leave": await settle(read("/api/log", { method: "POST", body, mode: "no-cors" })),
    "a post with the right key": await settle(read("/api/forget", { method: "POST", headers: key,
      body: JSON.stringify({ words: "forget everything" }) })),
    "a beacon": String(navigator.sendBeacon(`${origin}/api/log`, body)),
    "a form": await settle(form()),
    "a picture": await settle(loads("img", "/api/runs")),
    "a script": await settle(loads("script", "/main.js")),
    "a frame": await settle(frame()),
    "a socket": await settle(socket()),
  };
}

async function foreign(page, { context, server }) {
  const { origin, hash } = new URL(server.address);
  const token = hash.replace("#token=", "");
  const runs = () => page.evaluate(async (key) => (await fetch("/api/runs",
    { headers: { "X-Footfall-Token": key } })).text(), token);
  const before = await runs();
  const site = await foreignSite();
  const own = await context.browser().newContext(); // its requests are not those of our page
  try {
    const other = await own.newPage();
    await other.goto(site.address);
    const got = await other.evaluate(tryEverything, { origin, token });
    for (const [way, result] of Object.entries(got)) {
      check(`a foreign page: ${way} reads nothing`, !/^(READ|LOADED|SEEN|OPENED)/.test(result), result);
    }
    const opened = await other.evaluate(async (address) => {
      const window_ = window.open(address);
      await new Promise((done) => { setTimeout(done, 1000); });
      try { return String(window_?.document?.title); } catch (error) { return error.name; }
    }, `${origin}/`);
    check("a foreign page: cannot look into a window of ours", !/footfall/i.test(opened), opened);
  } finally {
    await own.close();
    site.close();
  }
  check("a foreign page: nothing was changed", await runs() === before);
}

export const scenes = [
  { name: "a foreign page", journal: "foreign", play: foreign },
];
