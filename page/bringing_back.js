// Bringing back a copy, whatever screen is open meanwhile: it is sent in pieces, the core looks into it a tenth of a
// second at a time, and when the runner has said yes it is put back. The state is told to whoever watches.

import { tellOthers } from "./transport.js";
import { Broken, Watchers, ask, request, sendFile } from "./sending.js";

/**
 * phase: "idle"; "sending" (bytes, total, seconds); "looking" (share: 0 where it cannot be told, seconds); "found" and
 * "restoring" (file, result: how much is in it); "done" (result); "refused" (error, of the file); "broken" (error,
 * again; busy: something else is brought in); "left" (a part that another tab or this page before its reload sent)
 */
let state = { phase: "idle" };
let number; // of the import at the core
let wantsStop = false;
const watchers = new Watchers();

export const now = () => state;
export const watch = (watcher) => watchers.add(watcher);

function become(next) {
  state = next;
  watchers.tell(state);
}

/**
 * Tries; trouble becomes a state from which it can be tried again, or is begun anew where the core, which was started
 * again meanwhile, knows nothing of it any more.
 */
async function guarded(work, anew, isAgain) {
  const last = state;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const isGone = error.error.where === "import";
    if (isGone && isAgain) {
      await anew();
      return;
    }
    const again = isGone ? anew : () => { become(last); return guarded(work, anew, true); };
    become({ phase: "broken", error: error.error, again });
  }
}

/** What the core tells once it has looked as far as it goes. */
function becomeEnd(value) {
  if (value.state === "found") become({ phase: "found", file: value.file, result: value.result });
  else if (value.brought_back) become({ phase: "done", result: value.result });
  else if (value.error) become({ phase: "refused", error: value.error });
  else become({ phase: "idle" }); // stopped
}

async function look() {
  become({ phase: "looking", share: 0, seconds: 0 });
  let value;
  do {
    value = await ask(wantsStop ? "/api/import/stop" : "/api/restore/look", { import: number });
    if (value.state === "reading") become({ phase: "looking", ...value });
  } while (value.state === "reading");
  becomeEnd(value);
}

async function send(file) {
  const began = performance.now();
  const sent = (bytes) => become({ ...state, bytes: state.bytes + bytes, seconds: (performance.now() - began) / 1000 });
  become({ phase: "sending", bytes: 0, total: file.size, seconds: 0 });
  const refused = await sendFile({ number, name: file.name, file }, sent, () => wantsStop);
  if (refused || wantsStop) {
    await ask("/api/import/stop", { import: number });
    become(refused ? { phase: "refused", ...refused } : { phase: "idle" });
    return;
  }
  await look();
}

/** @param {File} file a copy or an export */
export async function begin(file) {
  wantsStop = false;
  const { status, value } = await request("POST", "/api/import", { copy: true });
  if (status !== 200) {
    const busy = value.error.code === "FF_ERR_BUSY";
    become({ phase: "broken", busy, error: value.error, again: () => begin(file) });
    return;
  }
  number = value.import;
  await guarded(() => send(file), () => begin(file));
}

/** After an answer that was lost: the core may have done it, and then have been started anew. */
async function askWhatBecame() {
  const { status, value } = await request("GET", "/api/import");
  if (status === 200 && value.import === number && value.copy && value.state === "done") becomeEnd(value);
  else become({ phase: "idle" });
}

/** The yes. */
export async function sayYes() {
  become({ ...state, phase: "restoring" });
  await guarded(async () => {
    becomeEnd(await ask("/api/restore", { import: number }));
    tellOthers("answers");
  }, askWhatBecame);
}

/** Looks whether a copy is under way that this page did not begin, or began before it was loaded anew. */
export async function lookForOld() {
  if (state.phase !== "idle") return;
  const { status, value } = await request("GET", "/api/import");
  if (status !== 200 || state.phase !== "idle" || !value.copy || value.state === "done") return;
  number = value.import;
  wantsStop = false;
  if (value.state === "found") becomeEnd(value);
  else if (value.state === "reading") await guarded(look, () => become({ phase: "idle" }));
  else become({ phase: "left" });
}

/** Asks for an end of what is under way. */
export function stop() {
  wantsStop = true;
  become({ ...state, stopping: true });
}

/** Lets go of it all, also of what waits at the core. */
export async function dismiss() {
  const waits = ["found", "left", "broken"].includes(state.phase) && !state.busy;
  become({ phase: "idle" });
  if (waits && number !== undefined) await request("POST", "/api/import/stop", { import: number });
}

window.addEventListener("beforeunload", (event) => {
  if (state.phase === "sending") event.preventDefault(); // the browser asks whether to leave
});
