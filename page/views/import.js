// Bringing in runs: the place to drop them, how far it is, and what became of each file.

import { h } from "../dom.js";
import { t, clock, number } from "../format.js";
import * as importing from "../importing.js";
import { ofChoice, ofDrop } from "../given.js";
import { stopOther } from "../sending.js";
import { isSample, turnToSample } from "../transport.js";
import { errorBox, linkButton } from "./parts.js";

const SHOWN = 100; // of a list at a time

const button = (text, onclick, quiet) => h("button", { type: "button", class: quiet && "quiet-button", onclick }, text);

// ---- what is given ----

function take(given) {
  if (!importing.isBusy()) importing.bringIn(Promise.resolve(given));
}

function chooser(text, folder) {
  const input = h("input", { type: "file", multiple: true, hidden: true, webkitdirectory: folder, "aria-label": text,
    onchange: () => { take(ofChoice(input.files)); input.value = ""; } });
  return [button(text, () => input.click(), folder), input];
}

/** Makes the whole window a place to drop runs, on every screen. */
export function takeDrops(openStart) {
  let within = 0; // elements that the pointer is in
  const sign = h("div", { class: "drop-sign", "aria-hidden": "true", hidden: true }, h("p"));
  document.body.append(sign);
  const hasFiles = (event) => [...event.dataTransfer?.types ?? []].includes("Files");
  const show = (change) => {
    within = Math.max(0, within + change);
    sign.hidden = within === 0;
    sign.firstChild.textContent = t("import.drop_now");
  };
  window.addEventListener("dragenter", (event) => hasFiles(event) && show(1));
  window.addEventListener("dragleave", (event) => hasFiles(event) && show(-1));
  window.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  window.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault(); // else the browser would open the file in the place of the page
    within = 0;
    show(0);
    openStart();
    if (!isSample()) take(ofDrop(event.dataTransfer, importing.tellFound));
  });
}

function place() {
  return h("div", { class: "drop-place" },
    h("p", {}, h("strong", {}, t("import.drop"))),
    h("p", { class: "quiet" }, t("import.what")),
    h("div", { class: "actions" }, chooser(t("import.files"), false),
      "webkitdirectory" in HTMLInputElement.prototype && chooser(t("import.folder"), true)));
}

// ---- how far it is ----

export const megabytes = (bytes) => number(bytes / 1e6, bytes < 1e7 ? 1 : 0);

/** "about 8 s left", once enough is done to tell. */
export function timeLeft(share, seconds) {
  if (seconds < 1 || share <= 0.01 || share >= 1) return undefined;
  const left = seconds * (1 - share) / share;
  return left < 90 ? t("import.left", { s: Math.max(1, Math.round(left)) }) : t("import.left_long", { time: clock(left) });
}

function wordsOfSending({ files, of, bytes, total, seconds }) {
  const share = total > 0 ? bytes / total : files / of;
  const rate = seconds > 1 && t("import.rate_mb", { mb: megabytes(bytes / seconds) });
  return { share, title: t("import.sending"), parts: [t("import.files_of", { done: files, n: of }),
    t("import.mb_of", { done: megabytes(bytes), all: megabytes(total) }), rate, timeLeft(share, seconds)] };
}

function wordsOfReading({ done, total, share, seconds, item }) {
  const known = share > 0 ? share : total > 0 ? done / total : 0;
  const rate = seconds > 1 && done > 1 && t("import.rate", { files: Math.max(1, Math.round(done / seconds)) });
  return { share: known, item, title: t("import.reading"),
    parts: [t("import.files_of", { done, n: total }), rate, timeLeft(known, seconds)] };
}

/** Drawn once a phase and then changed in place, so that the focus stays where it is. */
function progress(announce) {
  const title = h("h3", {});
  const words = h("p", { class: "figures" });
  const item = h("p", { class: "quiet path" });
  const bar = h("progress", { max: "1", value: "0", "aria-label": t("import.progress") });
  const end = button(t("import.stop"), () => { importing.stop(); }, true);
  let told = 0;
  const update = (state) => {
    const now = (state.phase === "sending" ? wordsOfSending : wordsOfReading)(state);
    title.textContent = now.title;
    words.textContent = now.parts.filter((part) => part).join(" \u00b7 ");
    item.textContent = now.item ?? "";
    bar.value = now.share;
    end.disabled = Boolean(state.stopping);
    if (now.share >= told + 0.25) {
      told = Math.floor(now.share * 4) / 4;
      announce(`${now.title} ${words.textContent}`);
    }
  };
  return { node: h("div", {}, title, bar, words, item, h("div", { class: "actions" }, end)), update };
}

// ---- what became of it ----

const GROUPS = ["failed", "damaged", "not_a_run", "imported", "duplicate"];

function line(file, next) {
  const why = file.message && (file.offset > 0 ? t("import.at_byte", { why: file.message, byte: file.offset }) : file.message);
  const joined = file.runs?.find((run) => run.how === "joined" || run.how === "completed");
  const runs = file.runs?.length > 0 && t("import.runs_of", { n: file.runs.length });
  return h("li", {}, h("strong", { class: "path" }, file.file),
    h("span", {}, [t(`import.outcome.${file.outcome}`), why, file.outcome === "imported" && !why && runs].filter((part) => part)
      .join(": ")),
    joined && h("span", { class: "quiet" }, t(`import.how.${joined.how}`, { why: joined.why ?? "" })),
    next && h("span", {}, t("trouble.next", { next })));
}

/** A list that grows when it is asked to: thousands of lines at once would hold up the page. */
function longList(items, make) {
  const list = h("ul", { class: "plain outcomes" });
  const more = button("", () => grow(), true);
  let shown = 0;
  function grow() {
    const first = shown;
    list.append(...items.slice(shown, shown + SHOWN).map(make));
    shown = list.children.length;
    more.hidden = shown >= items.length;
    more.textContent = t("import.more", { n: Math.min(SHOWN, items.length - shown), all: items.length - shown });
    if (first > 0) {
      list.children[first].setAttribute("tabindex", "-1");
      list.children[first].focus();
    }
  }
  grow();
  return [list, more];
}

function group(outcome, files, nexts, open) {
  const box = h("details", { open }, h("summary", {}, t(`import.group.${outcome}`, { n: files.length })));
  const fill = () => box.children.length === 1
    && box.append(...longList(files, (file) => line(file, nexts.get(file.file))));
  if (open) fill();
  box.addEventListener("toggle", () => box.open && fill());
  return box;
}

/** Files that the browser or the core did not even take, in the form of the others. */
const asFailed = (refused) => refused.map(({ file, message }) =>
  ({ file, outcome: "failed", message: message ?? t("import.unreadable"), runs: [] }));

function outcomes({ result, refused }) {
  const files = [...asFailed(refused), ...result?.each_file ?? []];
  const nexts = new Map([...result?.failed ?? [], ...result?.damaged ?? []].map((one) => [one.file, one.next]));
  return GROUPS.map((outcome) => [outcome, files.filter((file) => file.outcome === outcome)])
    .filter(([, some]) => some.length > 0)
    .map(([outcome, some]) => group(outcome, some, nexts, outcome === "failed" || outcome === "damaged" || files.length <= 5));
}

function headline(state) {
  if (state.nothing) return t("import.nothing");
  if (!state.result) return t(state.stopped ? "import.stopped_unread" : "import.none_taken");
  return t("import.new_runs", { n: state.result.new_runs });
}

function summary(state) {
  const { result } = state;
  const isDone = result?.new_runs > 0;
  return h("div", {},
    h("h3", { tabindex: "-1" }, state.old ? t("import.last", { words: headline(state) }) : headline(state)),
    result && h("p", {}, t("import.looked_at", { n: result.files, s: number(result.seconds, 1) })),
    state.error && errorBox(state.error),
    state.stopped && result && h("p", {}, t("import.stopped", { n: result.not_reached })),
    (state.error || (state.stopped && result)) && h("p", {}, t("import.go_on")),
    result && !isDone && !state.stopped && result.files > 0 && result.not_runs === result.files
      && h("p", {}, t("import.no_run")),
    outcomes(state),
    h("div", { class: "actions" }, isDone && linkButton("#/runs", t("import.see")),
      button(t("import.close"), importing.dismiss, true)));
}

// ---- the section ----

function broken(state) {
  return h("div", {}, errorBox(state.error, state.again), h("p", {}, t("import.broken")),
    h("div", { class: "actions" }, button(t("import.give_up"), importing.dismiss, true)));
}

function busy(state) {
  return h("div", {}, errorBox(state.error, state.again),
    h("div", { class: "actions" }, button(t("import.stop_other"), () => stopOther(state.again), true),
      button(t("import.close"), importing.dismiss, true)));
}

function found(state) {
  return h("div", {}, h("h3", {}, t("import.found")), h("p", {}, t("import.found_how", { n: state.files })),
    h("div", { class: "actions" }, state.files > 0 && button(t("import.read_found"), importing.readFound),
      button(t("import.throw_away"), importing.throwAway, true)));
}

const PARTS = { done: summary, broken, busy, found,
  collecting: ({ count }) => h("p", {}, t("import.collecting", { n: count })) };

/** What stands still is read by the section's watcher only when its phase changes. */
const MOVES = ["sending", "reading"];

function inSample() {
  return h("div", { class: "drop-place" }, h("p", {}, t("import.in_sample")),
    h("div", { class: "actions" }, button(t("sample.leave"), () => turnToSample(false))));
}

/**
 * The place for runs on the start screen.
 * @param {object} frame
 * @param {() => void} changed when there may be other runs than before
 */
export function importPlace(frame, changed) {
  if (isSample()) return inSample();
  const box = h("div", { class: "import", role: "group", "aria-label": t("start.import") });
  let phase;
  let moving;
  const show = (state) => {
    const before = phase;
    phase = state.phase;
    if (MOVES.includes(phase)) {
      if (before !== phase) {
        moving = progress(frame.announce);
        replace(moving.node, before);
      }
      moving.update(state);
    } else if (before !== phase || phase === "collecting") {
      replace(phase === "idle" ? place() : PARTS[phase](state), before);
      const heading = box.querySelector("h3");
      if (before !== undefined && phase === "done") {
        frame.announce(heading.textContent);
        changed();
      }
    }
  };
  function replace(node, before) {
    const held = box.contains(document.activeElement);
    box.replaceChildren(node);
    if (held && before !== undefined) (box.querySelector("h3[tabindex], button:not(:disabled)"))?.focus();
  }
  const end = importing.watch((state) => { if (box.isConnected || phase === undefined) show(state); else end(); });
  show(importing.now());
  importing.lookForOld();
  return box;
}
