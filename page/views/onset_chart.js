// The chart of one run with a handle where numbness began, and one where it was gone: placed by a click or a
// tap, dragged, or moved by keys. Nothing is kept before "Keep this"; what is not kept yet outlives a reload.

import { h, s, freshId, svgOf } from "../dom.js";
import { t, clock, moment } from "../format.js";
import { note, recall } from "../memory.js";
import { errorBox, onsetText } from "./parts.js";

const STEP_S = 5;
const PAGE_S = 60;
const BETWEEN_S = 120; // how wide "somewhere between" begins
const SNAP_PX = 7; // so near a lap that was pressed, the pointer means that lap
const MOVED_PX = 4; // less is a click
const LETTER = 9.2; // how wide a bold letter of the drawing is at most, in its units
const KEPT = "onset-"; // drafts by run, for as long as the page is open

// ---- what is said of a run, as it is being put together ----

/** {kind, from, to, gone} in seconds; kind undefined: nothing is said. */
function draftOf({ onset }) {
  if (!onset) return { kind: undefined };
  const gone = onset.gone_s;
  switch (onset.kind) {
    case "exact": return { kind: "exact", from: onset.from_s, to: onset.from_s, gone };
    case "interval": return { kind: "interval", from: onset.from_s, to: onset.to_s, gone };
    case "at_start": return { kind: "exact", from: 0, to: 0, gone };
    case "none": return { kind: onset.coming ? "coming" : "none" };
    default: return { kind: "sometime", gone };
  }
}

const marked = (draft) => draft.kind === "exact" || draft.kind === "interval";

const same = (a, b) => ["kind", "from", "to", "gone"].every((name) => a[name] === b[name]);

function pressed(run, seconds) {
  return (run.laps_by_hand ?? []).find((lap) => Math.abs(lap.at_s - seconds) < 0.5);
}

/** The body by which a draft is kept; `before` is what was kept so far. */
function bodyOf(run, draft, before) {
  if (draft.kind === undefined) return { unsay: "numbness" };
  if (draft.kind === "none" || draft.kind === "coming") return { [draft.kind]: true };
  const body = {};
  const lap = draft.kind === "exact" && pressed(run, draft.from);
  if (draft.kind === "sometime") body.numb = "sometime";
  else if (draft.kind === "interval") body.numb = `${clock(draft.from)}..${clock(draft.to)}`;
  else if (lap) body.from_lap = lap.lap;
  else body.numb = draft.from === 0 ? "start" : clock(draft.from);
  if (draft.gone === undefined && before.gone !== undefined) body.unsay = "gone";
  if (draft.gone !== undefined && draft.gone !== before.gone) {
    const lapGone = pressed(run, draft.gone);
    if (lapGone) body.gone_lap = lapGone.lap;
    else body.gone = draft.gone > run.duration_s
      ? `+${Math.round(draft.gone - run.duration_s)}s` : clock(draft.gone);
  }
  return body;
}

/** What says again all that was said of a run before it was taken back. */
function againBody(run) {
  const { onset } = run;
  const body = bodyOf(run, draftOf(run), {});
  if (onset.kind === "none") return body;
  if (onset.strength > 0) body.strength = onset.strength;
  if (onset.sites) body.sites = onset.sites;
  if (onset.feelings) body.feelings = onset.feelings;
  return body;
}

const store = (id, draft) => note(KEPT + id, draft);

/** How far it was after so many seconds, by the columns of the chart; undefined where that is not recorded. */
function distanceAt({ chart, duration_s: duration, distance_m: all }, seconds) {
  const points = [[0, 0], ...chart.minutes.map((min, i) => [min * 60, chart.distance_m?.[i]]),
    [duration, all]].filter(([, metres]) => typeof metres === "number");
  if (points.length < 3) return undefined;
  const beyond = points.findIndex(([at]) => at >= seconds);
  const i = beyond < 0 ? points.length - 1 : Math.max(beyond, 1);
  const [[from, near], [to, far]] = [points[i - 1], points[i]];
  return to > from ? near + (far - near) * (seconds - from) / (to - from) : near;
}

/** "24:10, 4.4 km": as it is read out. */
function spoken(run, seconds) {
  return moment(seconds, distanceAt(run, seconds)).replace(/ \((.*)\)/, ", $1");
}

/** The draft in words, as the list has them. */
function draftText(run, draft) {
  if (draft.kind === undefined) return t("runs.not_said");
  const kind = { coming: "none", exact: draft.from === 0 ? "at_start" : "exact" }[draft.kind] ?? draft.kind;
  return onsetText({ duration_s: run.duration_s, onset: { kind, coming: draft.kind === "coming",
    from_s: draft.from, to_s: draft.to, gone_s: draft.gone,
    from_m: distanceAt(run, draft.from), to_m: distanceAt(run, draft.to),
    strength: marked(draft) && run.onset?.strength > 0 ? run.onset.strength : undefined } });
}

// ---- the handles ----

/** Which moments of a draft have a handle, by the name under which it stands in the draft. */
function handlesOf(draft, end) {
  const shown = marked(draft) ? ["from", ...(draft.kind === "interval" ? ["to"] : [])] : [];
  return draft.gone !== undefined && draft.gone <= end ? [...shown, "gone"] : shown;
}

function handleName(name, draft) {
  if (name === "gone") return t("handle.gone");
  return t(draft.kind === "interval" ? `handle.${name}` : "handle.began");
}

/** The draft with one moment moved; the others keep their order. */
function withMoment(draft, name, seconds, end) {
  const low = name === "from" ? 0 : name === "to" ? draft.from : (draft.to ?? 0);
  const high = name === "from" && draft.kind === "interval" ? draft.to
    : name === "gone" ? end : Math.min(draft.gone ?? end, end);
  const at = Math.round(Math.min(Math.max(seconds, low), high));
  const exact = name === "from" && draft.kind === "exact";
  return { ...draft, [name]: at, ...(exact ? { to: at } : {}) };
}

/** The keys of a slider; undefined for any other. */
function keyMove(event, at, end) {
  switch (event.key) {
    case "ArrowRight": case "ArrowUp": return at + STEP_S;
    case "ArrowLeft": case "ArrowDown": return at - STEP_S;
    case "PageUp": return at + PAGE_S;
    case "PageDown": return at - PAGE_S;
    case "Home": return 0;
    case "End": return end;
    default: return undefined;
  }
}

/** What lies over the core's drawing: the handles, and the field on which one is placed. */
class Overlay {
  /**
   * @param on {get(), move(name, seconds), remove(name), place(seconds), restore(draft), released(), hint}: the
   *   draft, what is done to it, and the id of what tells how
   */
  constructor(run, frame, on) {
    this.run = run;
    this.frame = frame;
    this.on = on;
    this.end = Math.floor(frame.end_s);
    this.handles = new Map();
    this.layer = s("g", {});
    this.words = s("text", { class: "handle-words", y: frame.words_y, "text-anchor": "middle",
      "font-weight": "bold", "aria-hidden": "true" });
    this.field = s("rect", { class: "handle-field", x: frame.left, y: frame.top,
      width: frame.right - frame.left, height: frame.bottom - frame.top,
      onclick: (event) => this.clicked(event) });
    this.svg = s("svg", { class: "handles", viewBox: `0 0 ${frame.width} ${frame.height}`, role: "group",
      "aria-label": t("handle.group"), "font-family": "sans-serif", "font-size": 14 },
    this.field, this.words, this.layer);
  }

  x(seconds) {
    const { left, right, end_s: end } = this.frame;
    return left + (right - left) * Math.min(seconds / end, 1);
  }

  /** Where the pointer is, in seconds of the run; a lap that was pressed draws it to itself. */
  seconds(event) {
    const { left, right, end_s: end } = this.frame;
    const inverse = this.svg.getScreenCTM().inverse();
    const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(inverse).x;
    const at = Math.min(Math.max((x - left) / (right - left), 0), 1) * end;
    const near = SNAP_PX * inverse.a * end / (right - left);
    const lap = (this.run.laps_by_hand ?? []).find((one) => Math.abs(one.at_s - at) <= near);
    return lap ? lap.at_s : at;
  }

  clicked(event) {
    const at = this.seconds(event);
    const draft = this.on.get();
    const names = handlesOf(draft, this.end);
    if (names.length === 0) {
      this.on.place(at);
      return;
    }
    const far = (name) => Math.abs(draft[name] - at);
    const nearest = names.reduce((best, name) => (far(name) < far(best) ? name : best));
    this.on.move(nearest, at);
    this.handles.get(nearest).focus();
  }

  /** Dragging by mouse, finger or pen; when the browser takes the finger for something else, it goes back. */
  drag(handle, name, down) {
    if (down.button !== 0) return;
    down.preventDefault();
    handle.focus();
    handle.setPointerCapture(down.pointerId);
    const before = this.on.get();
    let moving = false;
    const move = (event) => {
      moving = moving || Math.abs(event.clientX - down.clientX) >= MOVED_PX;
      if (moving) this.on.move(name, this.seconds(event));
    };
    const stop = (event) => {
      if (event.type === "pointercancel") this.on.restore(before);
      for (const [type, listener] of listeners) handle.removeEventListener(type, listener);
      this.on.released();
    };
    const listeners = [["pointermove", move], ["pointerup", stop], ["pointercancel", stop]];
    for (const [type, listener] of listeners) handle.addEventListener(type, listener);
  }

  pressedKey(name, event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const draft = this.on.get();
    if (event.key === "Delete" || event.key === "Backspace") this.on.remove(name);
    else {
      const to = keyMove(event, draft[name], this.end);
      if (to === undefined) return;
      this.on.move(name, to);
    }
    event.preventDefault();
  }

  make(name, before) {
    const { top, bottom } = this.frame;
    const grip = name === "gone" ? top + 16 : bottom - 16;
    const handle = s("g", { class: `handle handle-${name}`, role: "slider", tabindex: "0",
      "aria-orientation": "horizontal", "aria-describedby": this.on.hint, "aria-valuemin": 0, "aria-valuemax": this.end,
      onpointerdown: (event) => this.drag(handle, name, event),
      // or the browser takes the finger for scrolling; of touch-action it hears nothing within a drawing
      ontouchstart: (event) => event.preventDefault(),
      onkeydown: (event) => this.pressedKey(name, event) },
    s("path", { class: "handle-reach", d: `M0 ${top}V${bottom}`, "vector-effect": "non-scaling-stroke" }),
    s("path", { class: "handle-line", d: `M0 ${top}V${bottom}` }),
    s("path", { class: "handle-tip", d: `M0 ${top - 1}l-5 -8h10z` }),
    s("circle", { class: "handle-grip", cy: grip, r: 12 }),
    s("path", { class: "handle-arrows", d: `M-3 ${grip - 4}l-4 4l4 4M3 ${grip - 4}l4 4l-4 4` }));
    this.layer.insertBefore(handle, before ?? null);
    this.handles.set(name, handle);
    return handle;
  }

  /** The part of the run with numbness, and where it may have begun. */
  shades(draft) {
    const { top, bottom, right } = this.frame;
    const band = (name, from, to) => s("rect", { class: name, x: from, y: top,
      width: Math.max(to - from, 0), height: bottom - top });
    if (!marked(draft)) return [];
    const gone = draft.gone === undefined ? right : this.x(draft.gone);
    return [draft.kind === "interval" && band("handle-maybe", this.x(draft.from), this.x(draft.to)),
      band("handle-numb", this.x(draft.to), gone)].filter((node) => node);
  }

  write(draft) {
    const words = draftText(this.run, draft);
    const half = words.length * LETTER / 2;
    const middle = marked(draft) ? this.x(draft.from) : this.frame.width;
    this.words.setAttribute("x", Math.max(half, Math.min(middle, this.frame.width - half)));
    this.words.textContent = half * 2 < this.frame.width ? words : "";
  }

  /** Shows the draft. Handles that stay keep the focus. */
  draw(draft) {
    const names = handlesOf(draft, this.end);
    for (const [name, handle] of this.handles) {
      if (names.includes(name)) continue;
      handle.remove();
      this.handles.delete(name);
    }
    names.forEach((name, i) => { // in their order, which is that of the tab key
      const next = this.handles.get(names.slice(i + 1).find((later) => this.handles.has(later)));
      const handle = this.handles.get(name) ?? this.make(name, next);
      handle.setAttribute("transform", `translate(${this.x(draft[name])} 0)`);
      handle.setAttribute("aria-label", handleName(name, draft));
      handle.setAttribute("aria-valuenow", Math.round(draft[name]));
      handle.setAttribute("aria-valuetext", spoken(this.run, draft[name]));
    });
    for (const old of this.svg.querySelectorAll(".handle-numb, .handle-maybe")) old.remove();
    this.field.before(...this.shades(draft));
    this.svg.classList.toggle("between", draft.kind === "interval");
    this.write(draft);
  }
}

// ---- the chart with all that belongs to it ----

function button(text, onclick, quiet) {
  return h("button", { type: "button", class: quiet ? "quiet-button" : undefined, onclick }, text);
}

class OnsetChart {
  constructor(frame, run, answer, onkept) {
    this.frame = frame;
    this.run = run;
    this.onkept = onkept;
    this.kept = draftOf(run);
    this.draft = recall(KEPT + run.id) ?? this.kept;
    this.drawing = h("div", { class: "drawing with-handles" }, svgOf(answer.svg));
    this.hint = h("p", { class: "quiet", id: freshId("handle") });
    this.overlay = new Overlay(run, answer.frame, {
      hint: this.hint.id,
      get: () => this.draft,
      move: (name, seconds) => this.change(withMoment(this.draft, name, seconds, this.overlay.end)),
      remove: (name) => this.remove(name),
      place: (seconds) => this.place(seconds),
      restore: (draft) => this.change(draft),
      released: () => this.tell(),
    });
    this.drawing.append(this.overlay.svg);
    this.tools = h("div", { class: "actions handle-tools" });
    this.laps = h("div", {});
    this.bar = h("div", { class: "handle-bar" });
    this.trouble = h("div");
    this.node = h("div", { class: "onset-chart" }, this.drawing, this.hint, this.bar, this.trouble, this.laps,
      this.tools);
    this.refresh();
  }

  /** A new draft: nothing is kept yet. */
  change(draft) {
    this.draft = draft;
    store(this.run.id, same(draft, this.kept) ? undefined : draft);
    this.undo = undefined;
    this.refresh();
  }

  tell() {
    this.frame.announce(draftText(this.run, this.draft));
  }

  focusHandle(name = "from") {
    (this.overlay.handles.get(name) ?? this.tools.querySelector("button"))?.focus();
  }

  place(seconds) {
    this.change({ kind: "exact", from: Math.round(seconds), to: Math.round(seconds), gone: this.draft.gone });
    this.focusHandle();
    this.tell();
  }

  /** The key Delete and the button: the mark, one end of "between", or when it was gone. */
  remove(name) {
    const { draft } = this;
    if (name === "gone") this.change({ ...draft, gone: undefined });
    else if (draft.kind === "interval") {
      const at = name === "from" ? draft.to : draft.from;
      this.change({ ...draft, kind: "exact", from: at, to: at });
    } else this.change({ kind: undefined });
    this.focusHandle();
    this.tell();
  }

  /** Does something to the draft by a button, which may be gone then. */
  byButton(draft, handle) {
    this.change(draft);
    this.focusHandle(handle);
    this.tell();
  }

  drawTools() {
    const { draft, run } = this;
    const end = this.overlay.end;
    const lap = run.laps_by_hand?.[0];
    const none = draft.kind !== "none" && button(t("handle.none"), () => this.byButton({ kind: "none" }), true);
    if (!marked(draft)) {
      this.tools.replaceChildren(...[
        button(t("handle.place"), () => this.place(lap ? lap.at_s : end / 2), true), none,
        draft.kind !== undefined && button(t("handle.take_back"), () => this.byButton({ kind: undefined }), true),
      ].filter((node) => node));
      return;
    }
    const between = draft.kind === "interval"
      ? button(t("handle.exactly"), () => this.byButton({ ...draft, kind: "exact", to: draft.from }), true)
      : button(t("handle.between"), () => this.byButton({ ...draft, kind: "interval",
        from: Math.max(draft.from - BETWEEN_S, 0) }), true);
    const gone = draft.gone === undefined
      ? button(t("handle.was_gone"), () => this.byButton({ ...draft,
        gone: Math.round((draft.to + end) / 2) }, "gone"), true)
      : button(t("handle.not_gone"), () => this.byButton({ ...draft, gone: undefined }), true);
    this.tools.replaceChildren(between, gone, ...[none].filter((node) => node),
      button(t("handle.take_back"), () => this.byButton({ kind: undefined }), true));
  }

  drawLaps() {
    const laps = this.run.laps_by_hand ?? [];
    const open = this.draft.kind === undefined || this.draft.kind === "exact";
    this.laps.hidden = laps.length === 0 || !open;
    if (this.laps.hidden) return;
    this.laps.replaceChildren(h("p", { class: "quiet" }, t("handle.laps")),
      h("p", { class: "links" }, laps.slice(0, 12).map((lap) => h("button", { type: "button", class: "chip",
        "aria-pressed": String(this.draft.from !== undefined && Math.abs(this.draft.from - lap.at_s) < 0.5),
        onclick: () => this.place(lap.at_s) }, t("handle.lap", { lap: lap.lap, at: clock(lap.at_s) })))));
  }

  drawBar() {
    const open = !same(this.draft, this.kept);
    this.bar.replaceChildren(...[
      open && h("p", {}, t("handle.open"), " ", h("strong", {}, draftText(this.run, this.draft))),
      open && h("p", { class: "actions" }, button(t("runs.save"), () => this.keep()),
        button(t("handle.back"), () => this.byButton(this.kept), true)),
      !open && this.undo && h("p", {}, t("handle.kept"), " ", h("strong", {}, draftText(this.run, this.draft))),
      !open && this.undo && h("p", { class: "actions" }, button(t("handle.undo"), () => this.takeBack(), true)),
    ].filter((node) => node));
  }

  refresh() {
    const here = [...this.laps.querySelectorAll("button")].indexOf(document.activeElement);
    this.overlay.draw(this.draft);
    this.drawTools();
    this.drawLaps();
    this.drawBar();
    if (here >= 0) this.laps.querySelectorAll("button")[here]?.focus();
    this.hint.textContent = t(marked(this.draft) ? "handle.hint" : "handle.hint_place");
  }

  async keep() {
    const before = this.run;
    const body = bodyOf(before, this.draft, this.kept);
    const undo = body.unsay === "numbness" ? againBody(before) : { unsay: "last" };
    if (await this.send(body, () => this.keep())) {
      this.undo = undo;
      this.refresh();
      this.focusHandle();
      this.frame.announce(`${t("handle.kept")} ${draftText(this.run, this.draft)}`);
    }
  }

  async takeBack() {
    if (await this.send(this.undo, () => this.takeBack())) {
      this.undo = undefined;
      this.refresh();
      this.focusHandle();
      this.tell();
    }
  }

  /** False when it was not kept: the error is shown, and what was put together stays. */
  async send(body, again) {
    const { status, value } = await this.frame.request("POST", "/api/log", { run: this.run.id, ...body });
    if (status !== 200) {
      this.trouble.replaceChildren(errorBox(value.error, again));
      return false;
    }
    this.trouble.replaceChildren();
    this.set(value);
    this.onkept(value);
    return true;
  }

  /** What is kept of the run now, whoever kept it. */
  set(run) {
    this.run = { ...this.run, onset: undefined, ...run };
    this.overlay.run = this.run;
    this.kept = draftOf(this.run);
    this.draft = this.kept;
    this.undo = undefined;
    store(this.run.id, undefined);
    this.refresh();
    this.redraw();
  }

  /** The core's drawing says in words what is kept: it is asked for again. */
  async redraw() {
    const { status, value } = await this.frame.request("GET", `/api/runs/${this.run.id}/chart`);
    const drawn = status === 200 && svgOf(value.svg);
    if (drawn) this.drawing.firstElementChild.replaceWith(drawn);
  }
}

/**
 * The run's chart. Where the recording has nothing to draw there is no handle, and the drawing says why.
 * @param {object} run as GET /api/runs/{run} gives it
 * @param {object} answer of GET /api/runs/{run}/chart, with a frame
 * @param {(run: object) => void} onkept gets the run as it is kept then
 * @returns {{node: Node, set: (run: object) => void}}
 */
export function onsetChart(frame, run, answer, onkept) {
  return new OnsetChart(frame, run, answer, onkept);
}
