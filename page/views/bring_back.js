// Bringing back a copy: choosing it, how far it is, what is in it, the yes, and how it ended.

import { h } from "../dom.js";
import { t } from "../format.js";
import * as back from "../bringing_back.js";
import { stopOther } from "../sending.js";
import { isSample, turnToSample } from "../transport.js";
import { megabytes, timeLeft } from "./import.js";
import { errorBox, holdings, linkButton } from "./parts.js";

const button = (text, onclick, quiet) => h("button", { type: "button", class: quiet && "quiet-button", onclick }, text);

function chooser(text) {
  const input = h("input", { type: "file", hidden: true, "aria-label": text, onchange: () => {
    const [file] = input.files;
    input.value = "";
    if (file) back.begin(file);
  } });
  return [button(text, () => input.click()), input];
}

// ---- each state ----

function idle(state, data) {
  return data.empty ? h("div", { class: "actions" }, chooser(t("data.back_choose")))
    : h("p", {}, t("data.back_not_empty"));
}

/** Drawn once a phase and then changed in place, so that the focus stays where it is. */
function progress({ phase }) {
  const words = h("p", { class: "figures" });
  const bar = h("progress", { max: "1", "aria-label": t("import.progress") });
  const end = button(t("import.stop"), back.stop, true);
  const update = (state) => {
    const share = phase === "sending" ? state.bytes / Math.max(1, state.total) : state.share;
    if (share > 0) bar.value = share;
    const parts = [phase === "sending" && t("import.mb_of", { done: megabytes(state.bytes), all: megabytes(state.total) }),
      timeLeft(share, state.seconds)];
    words.textContent = parts.filter((part) => part).join(" \u00b7 ");
    end.disabled = Boolean(state.stopping);
  };
  const title = h("h3", { tabindex: "-1" }, t(phase === "sending" ? "data.back_sending" : "data.back_looking"));
  return { node: h("div", {}, title, bar, words, h("div", { class: "actions" }, end)), update };
}

function found({ file, result }) {
  const isNothing = Object.values(result).every((value) => !(value > 0));
  return h("div", {},
    h("h3", { tabindex: "-1" }, t("data.back_found", { file })),
    isNothing ? h("p", {}, t("data.back_nothing")) : [holdings(result), h("p", {}, t("data.back_sure"))],
    h("div", { class: "actions" }, !isNothing && button(t("data.back_yes"), back.sayYes),
      button(t("data.back_no"), back.dismiss, true)));
}

function restoring() {
  return h("div", {}, h("h3", { tabindex: "-1" }, t("data.back_doing")));
}

function done({ result }) {
  return h("div", {},
    h("h3", { tabindex: "-1" }, t("data.back_done")),
    h("p", {}, t("data.back_done_what")), holdings(result),
    h("div", { class: "actions" }, linkButton("#/runs", t("import.see")), button(t("import.close"), back.dismiss, true)));
}

function refused({ error, message, unreadable }) {
  return h("div", {},
    h("h3", { tabindex: "-1" }, t("data.back_refused")),
    errorBox(error ?? { message: unreadable ? t("import.unreadable") : message }),
    h("div", { class: "actions" }, chooser(t("data.back_other")), button(t("import.close"), back.dismiss, true)));
}

function broken({ error, again, busy }) {
  return h("div", {},
    h("h3", { tabindex: "-1" }, t("data.back_not_done")),
    errorBox(error, again),
    h("div", { class: "actions" }, busy && button(t("import.stop_other"), () => stopOther(again), true),
      button(t("import.give_up"), back.dismiss, true)));
}

function left() {
  return h("div", {},
    h("h3", { tabindex: "-1" }, t("data.back_left")),
    h("div", { class: "actions" }, button(t("import.throw_away"), back.dismiss, true)));
}

const PARTS = { idle, found, restoring, done, refused, broken, left };

/** What moves is changed in place. */
const MOVES = ["sending", "looking"];

// ---- the section ----

function inSample() {
  return [h("p", {}, t("data.back_in_sample")),
    h("div", { class: "actions" }, button(t("sample.leave"), () => turnToSample(false)))];
}

/**
 * @param {object} frame
 * @param {object} data what is kept now
 * @param {() => Promise} changed draws the screen anew when there is more in it, or may be
 */
export function bringBackSection(frame, data, changed) {
  const box = h("div", { class: "import", id: "back" });
  let phase;
  let moving;
  const draw = (state) => {
    moving = MOVES.includes(state.phase) ? progress(state) : undefined;
    box.replaceChildren(moving ? moving.node : PARTS[state.phase](state, data));
  };
  const show = (state) => {
    const before = phase;
    phase = state.phase;
    if (before !== phase) draw(state);
    moving?.update(state);
    if (before === undefined || before === phase) return;
    const heading = box.querySelector("h3");
    (heading ?? box.querySelector("button"))?.focus();
    if (heading) frame.announce(heading.textContent);
    if (phase === "done" || (phase === "idle" && before === "broken")) drawAnew();
  };
  /** All of the screen, with the focus where it was. */
  async function drawAnew() {
    await changed();
    document.querySelector("#back h3, #back button")?.focus();
  }
  const end = back.watch((state) => { if (box.isConnected) show(state); else end(); });
  show(back.now());
  back.lookForOld();
  return h("section", {},
    h("h2", {}, t("data.back")),
    h("p", {}, t("data.back_what")),
    isSample() ? inSample() : box);
}
