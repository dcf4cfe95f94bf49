// The one way from the page to the core. Today the core answers behind a server on this machine;
// where it runs in the page, as WebAssembly in a worker, only this module is another one.

import { belongTo, chooseSample, forgetOwn, isSample } from "./memory.js";

export { isSample };

const KEY = "footfall-token";

/** Takes the token out of the address, where it would stay in the browser's history. */
function takeToken() {
  const match = /^#token=([0-9a-f]{32})$/.exec(location.hash);
  if (match) {
    sessionStorage.setItem(KEY, match[1]);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(KEY) ?? "";
}

let token = takeToken();

// a whole address put into a tab in which the page stands already
window.addEventListener("hashchange", () => takeToken() !== token && location.reload());

/** Turns to the made-up runner, or back; with a page that knows nothing of the other any more. */
export function turnToSample(sample) {
  chooseSample(sample);
  location.hash = "#/start";
  location.reload();
}

const sample = isSample() ? "/sample" : "";

/** The core this page began to speak with: {program, journal}. */
let core;
let silent = false;
const listeners = new Set();

/** The command that starts the core again at the address this page came from. */
function restart() {
  const usual = /\/footfall\/journal\.footfall$/.test(core?.journal ?? "/footfall/journal.footfall");
  const journal = usual ? "" : ` --journal '${core.journal.replaceAll("'", "'\\''")}'`;
  return `${core?.program ?? "footfall"}${journal} open --port ${location.port}`;
}

function setSilent(now) {
  if (now === silent) return;
  silent = now;
  for (const listener of listeners) listener(silent, restart());
}

/**
 * Calls back when the core stops answering, and when it answers again; a core within the page always does.
 * @param {(silent: boolean, command: string) => void} listener command: what starts it again
 */
export function onSilence(listener) {
  listeners.add(listener);
  if (silent) listener(silent, restart());
}

/** An answer in the core's own form for trouble on the way to it. */
function trouble(status, code) {
  return { status, value: { error: { code } } };
}

async function ask(key, method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { "X-Footfall-Token": key },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      cache: "no-store",
    });
  } catch {
    return trouble(0, "no_answer");
  }
  try {
    const json = response.headers.get("Content-Type") === "application/json";
    return { status: response.status, value: await (json ? response.json() : response.blob()) };
  } catch {
    return trouble(response.status, "broken_answer");
  }
}

function heard(answer) {
  if (answer.status === 0) setSilent(true);
  if (answer.status === 200) setSilent(false);
  return answer;
}

/** Whether the browser still gives the bytes of a piece of a file. */
export const isReadable = (piece) => piece.arrayBuffer().then(() => true, () => false);

/**
 * Asks the core. Never throws.
 * @param {"GET"|"POST"} method
 * @param {string} path such as "/api/runs"
 * @param {object|Blob} [body] sent as JSON; the bytes of a file as they are, where the path takes them
 * @returns {Promise<{status: number, value: any}>} status 200 with the answer, a Blob where that is a file; or
 *   the error as {error: {code, message, where, next}}; status 0 when nobody answered
 */
export async function request(method, path, body) {
  const answer = await ask(token, method, sample + path, body);
  // a file that is gone or was changed since it was chosen cannot be sent: that is not the core's silence
  if (answer.status === 0 && body instanceof Blob && !await isReadable(body)) return answer;
  return heard(answer);
}

// ---- a sign of life, by which the core knows that the page is open ----

const SIGN_MS = 60000; // no oftener does a browser wake a page that nobody looks at
const AGAIN_MS = 5000;

function meet(value) {
  core ??= value;
  belongTo(core.journal);
}

async function giveSign() {
  const { status, value } = heard(await ask(token, "GET", "/api/alive"));
  if (status === 200) meet(value);
}

setInterval(giveSign, SIGN_MS);
setInterval(() => silent && giveSign(), AGAIN_MS);
const first = giveSign();

/** Comes when the page knows whose journal it is, and remembers nothing of another; or when nobody answers. */
export const met = () => first;

// ---- a core that was started again has a new key, which the page it opens hands on to this one ----

const others = new BroadcastChannel("footfall");
const news = new Set();

/**
 * Tells the other tabs that show the same runner of the same journal.
 * @param {string} what "answers": there are others than before; "forgotten": there are none any more
 */
export function tellOthers(what) {
  others.postMessage({ what, journal: core?.journal, sample: isSample() });
}

/** @param {(what: string) => void} listener */
export function onOthers(listener) {
  news.add(listener);
}

others.addEventListener("message", async ({ data }) => {
  if (data?.what !== undefined) {
    if (data.journal !== core?.journal) return;
    if (data.sample === isSample()) for (const listener of news) listener(data.what);
    else if (data.what === "forgotten") forgetOwn();
    return;
  }
  if (!silent || !/^[0-9a-f]{32}$/.test(data)) return;
  const { status, value } = await ask(data, "GET", "/api/alive");
  if (status !== 200 || (core && value.journal !== core.journal)) return;
  token = data;
  sessionStorage.setItem(KEY, token);
  core = undefined; // its program may be another
  meet(value);
  setSilent(false);
});
others.postMessage(token);
