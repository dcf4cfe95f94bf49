// Bringing in files, whatever screen is open meanwhile: they are sent in pieces, then read by the core a
// tenth of a second at a time. The state is told to whoever watches.

import { Broken, PIECE, Watchers, ask, request, sendFile } from "./sending.js";

const AT_ONCE = 4; // small files on their way

/**
 * phase: "idle"; "collecting" (count); "sending" (files, bytes: those that went, of: all, total: all bytes,
 * seconds); "reading" (as the core tells it); "done" (as the core tells it, refused); "broken" (error,
 * again); "busy" (error); "found" (files, bytes: of an import that this page did not begin)
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

/** Whether files are under way, so that no others can be. */
export const isBusy = () => ["collecting", "sending", "reading", "found"].includes(state.phase);

// ---- sending ----

/** Small files several at a time, large ones one after the other. */
async function sendAll(queue) {
  const began = performance.now();
  const sent = (bytes) => become({ ...state, bytes: state.bytes + bytes, seconds: (performance.now() - began) / 1000 });
  const next = async (some) => {
    for (let one = some.shift(); one && !wantsStop; one = some.shift()) {
      try {
        const refused = await sendFile({ number, ...one }, sent, () => wantsStop);
        if (refused) state.refused.push(refused);
      } catch (error) {
        queue.push(one); // to be sent again, where it broke off
        throw error;
      }
      become({ ...state, files: state.files + 1 });
    }
  };
  const small = queue.filter(({ file }) => file.size <= PIECE);
  const large = queue.filter(({ file }) => file.size > PIECE);
  queue.length = 0;
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => next(small)));
  const broken = ended.find(({ status }) => status === "rejected");
  if (!broken) await next(large).catch((error) => { queue.push(...large); throw error; });
  queue.push(...small, ...(broken ? large : []));
  if (broken) throw broken.reason;
}

// ---- reading ----

async function readAll(refused) {
  become({ phase: "reading", done: 0, total: state.total ?? state.files, share: 0, seconds: 0 });
  let value = await ask("/api/import/step", { import: number });
  while (value.state !== "done") {
    become({ phase: "reading", ...value });
    value = await ask(wantsStop ? "/api/import/stop" : "/api/import/step", { import: number });
  }
  become({ phase: "done", ...value, refused });
}

/** Nothing of what was sent can be read: it was stopped, or the core took no file. */
async function endUnread(refused) {
  await ask("/api/import/stop", { import: number });
  become({ phase: "done", stopped: wantsStop, refused });
}

/** Goes through; after trouble from where it broke off, or anew where the core knows nothing of it any more. */
async function goOn(queue, all = []) {
  const refused = state.refused ?? [];
  try {
    if (state.phase === "sending") await sendAll(queue);
    const unread = state.phase === "sending" && (wantsStop || state.files === refused.length);
    await (unread ? endUnread(refused) : readAll(refused));
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const last = state;
    const isGone = error.error.where === "import" && all.length > 0;
    const again = isGone ? () => bringIn(Promise.resolve({ files: all, unreadable: [] }))
      : () => { become(last); return goOn(queue, all); };
    become({ phase: "broken", error: error.error, again, refused });
  }
}

/**
 * Brings in what was given.
 * @param {Promise<{files: {name: string, file: File}[], unreadable: string[]}>} given
 */
export async function bringIn(given) {
  wantsStop = false;
  become({ phase: "collecting", count: 0 });
  const { files, unreadable } = await given;
  const refused = unreadable.map((file) => ({ file, unreadable: true }));
  if (files.length === 0) {
    become({ phase: "done", nothing: true, refused });
    return;
  }
  const { status, value } = await request("POST", "/api/import", {});
  if (status !== 200) {
    const again = () => bringIn(Promise.resolve({ files, unreadable }));
    become({ phase: value.error.code === "FF_ERR_BUSY" ? "busy" : "broken", error: value.error, again, refused });
    return;
  }
  number = value.import;
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  become({ phase: "sending", files: 0, of: files.length, bytes: 0, total, seconds: 0, refused });
  await goOn([...files], files);
}

/** Tells how many files were found so far, while folders are walked. */
export function tellFound(count) {
  if (state.phase === "collecting" && count % 50 === 0) become({ ...state, count });
}

// ---- what this page did not begin ----

/** Looks whether something is under way that this page did not begin, or that ended before it was loaded. */
export async function lookForOld() {
  if (state.phase !== "idle") return;
  const { status, value } = await request("GET", "/api/import");
  if (status !== 200 || state.phase !== "idle" || value.state === "none" || value.copy) return;
  number = value.import;
  wantsStop = false;
  if (value.state === "receiving") {
    become({ phase: "found", files: value.files, bytes: value.bytes });
  } else if (value.state === "reading") {
    become({ phase: "reading", ...value });
    await goOn([]);
  } else {
    become({ phase: "done", old: true, ...value, refused: [] });
  }
}

/** Reads what had arrived of an import that broke off. */
export async function readFound() {
  wantsStop = false;
  await goOn([]);
}

/** Throws away what had arrived of an import that broke off. */
export async function throwAway() {
  const { status, value } = await request("POST", "/api/import/stop", { import: number });
  become(status === 200 ? { phase: "idle" } : { phase: "broken", error: value.error, again: throwAway });
}

/** Asks for an end; what was read is kept. */
export function stop() {
  wantsStop = true;
  become({ ...state, stopping: true });
}

/** Lets go of the names of files with all else; what is under way ends. */
export function forget() {
  if (isBusy()) stop();
  else become({ phase: "idle" });
}

/** Lets go of an end that was read, or of trouble; what waits at the core of it goes too. */
export async function dismiss() {
  const broken = state.phase === "broken";
  become({ phase: "idle" });
  if (broken && number !== undefined) await request("POST", "/api/import/stop", { import: number });
}

window.addEventListener("beforeunload", (event) => {
  if (state.phase === "sending") event.preventDefault(); // the browser asks whether to leave
});
