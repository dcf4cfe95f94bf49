// Runs: when the foot went numb in each, and a way to say so.

import { h, s, freshId } from "../dom.js";
import { t, clock, day, km, moment, month } from "../format.js";
import { allDrawn } from "./all_drawn.js";
import { markForm } from "./mark.js";
import { linkButton, onsetText, openLater } from "./parts.js";
import { runInFull } from "./run.js";
import { GEAR, USUAL, changeName } from "./run_with.js";

const AT_ONCE = 30; // rows added at a time: thousands of runs must not hold the page up

/** The run as a line as long as it took; the part with numbness is thick. */
function strip(run, longest) {
  const width = run.duration_s / longest * 100;
  const { kind, from_s: from, to_s: to, gone_s: gone = run.duration_s } = run.onset ?? {};
  const began = { exact: from, interval: from, at_start: 0 }[kind];
  const x = began === undefined ? undefined : Math.min(began / longest * 100, width);
  const end = Math.min(gone / longest * 100, width);
  const sure = kind === "interval" ? Math.min(to / longest * 100, width) : x;
  return s("svg", { class: "strip", viewBox: "0 0 100 8", preserveAspectRatio: "none",
    "aria-hidden": "true", focusable: "false" },
  s("rect", { class: "strip-run", x: 0, y: 3, width, height: 2 }),
  x !== undefined && s("rect", { class: "strip-maybe", x, y: 1, width: end - x, height: 6 }),
  x !== undefined && s("rect", { class: "strip-numb", x: sure, y: 0, width: end - sure, height: 8 }),
  x !== undefined && s("path", { class: "strip-edge", d: `M${x} 0v8`,
    "vector-effect": "non-scaling-stroke" }));
}

function numbness(run) {
  if (run.onset) return onsetText(run);
  const laps = run.laps_by_hand ?? [];
  return laps.length > 0
    ? t("runs.lap_pressed", { at: moment(laps[0].at_s, laps[0].distance_m) })
    : t("runs.not_said");
}

function facts(run) {
  return [t("runs.number", { id: run.id }), run.distance_m !== undefined && km(run.distance_m),
    clock(run.duration_s), run.shoe,
    ...GEAR.map((kind) => run[kind] && t("runs.gear_is", { kind: t(`runs.${kind}`), name: run[kind] })),
    ...(run.changed ?? []).map((what) =>
      (what === USUAL ? changeName(what) : t("runs.changed", { what: changeName(what) })))]
    .filter((fact) => fact).join(" \u00b7 ");
}

/** One run: what is said of it, its chart, and its form. */
class RunRow {
  /** @param onkept is called when something new was kept of it; open: the chart is shown at once */
  constructor(frame, run, longest, { onkept, open }) {
    Object.assign(this, { frame, run, longest, onkept });
    this.facts = h("p", { class: "quiet" });
    this.strip = h("div");
    this.numbness = h("p", { class: "numbness" });
    this.say = h("div");
    this.full = openLater([t("runs.show"), this.whose()], async () => {
      this.chart = await runInFull(frame, run.id, (now) => this.kept(now, "chart"));
      return this.chart.nodes;
    });
    this.full.open = open === true;
    this.node = h("li", {}, h("div", { class: "run-head" }, h("h2", {}, day(run.start)), this.facts),
      this.strip, this.numbness, this.full, this.say);
    this.fill();
    this.makeForm();
  }

  /** Whose button it is, for those who hear it alone. */
  whose() {
    return h("span", { class: "visually-hidden" }, ` ${day(this.run.start)}`);
  }

  fill() {
    this.node.className = this.run.onset ? "run" : "run unsaid";
    this.facts.textContent = facts(this.run);
    this.strip.replaceChildren(strip(this.run, this.longest));
    this.numbness.textContent = numbness(this.run);
  }

  makeForm() {
    const form = openLater([t(this.run.onset ? "runs.change" : "runs.say"), this.whose()],
      () => markForm(this.frame, this.run, (now) => this.kept(now, "form")));
    form.classList.add("say");
    this.say.replaceChildren(form);
  }

  /** What is kept of the run now, said at its chart or in its form. */
  kept(now, where) {
    this.run = { ...now };
    this.fill();
    this.makeForm();
    if (where === "form") {
      this.chart?.set(now);
      this.say.querySelector("summary").focus();
      this.frame.announce(`${day(now.start)}: ${numbness(now)}`);
    }
    this.onkept(now);
  }
}

/** The list, some rows at a time: more come as one scrolls down to its end, or at the press of a button. */
function runList(runs, row) {
  const list = h("ol", { class: "runs" });
  let shown = 0;
  const more = h("button", { type: "button", class: "quiet-button", onclick: () => {
    const first = shown;
    add();
    list.children[first]?.querySelector("summary")?.focus();
  } });
  const add = () => {
    list.append(...runs.slice(shown, shown + AT_ONCE).map(row));
    shown = Math.min(shown + AT_ONCE, runs.length);
    more.hidden = shown === runs.length;
    more.textContent = t("runs.more", { n: runs.length - shown });
  };
  add();
  const end = h("p", {}, more);
  const nearing = new IntersectionObserver((entries) => {
    if (!end.isConnected) nearing.disconnect(); // another list stands there now
    else if (entries.some((entry) => entry.isIntersecting) && !more.hidden) add();
  }, { rootMargin: "600px" });
  nearing.observe(end);
  return [list, end];
}

const FEW = 2 * AT_ONCE; // so many can be looked through without a choice

function picker(id, label, all, options, onchange) {
  const select = h("select", { id, onchange: (event) => onchange(event.target.value) },
    h("option", { value: "" }, all), options.map(([value, text]) => h("option", { value }, text)));
  return h("p", {}, h("label", { for: id }, label), " ", select);
}

/** Runs counted by what `of` gives of them, in the order in which they come: [value, count]. */
function counted(runs, of) {
  const counts = new Map();
  for (const run of runs) if (of(run)) counts.set(of(run), (counts.get(of(run)) ?? 0) + 1);
  return [...counts];
}

const monthOf = (run) => run.start.slice(0, 7);

/** What the list is held to: runs of which nothing is said, a month, a shoe. onchange gets those that are left. */
function choices(all, onchange) {
  const unsaid = all.filter((run) => !run.onset);
  const held = { unsaid: false, month: "", shoe: "" };
  const hold = (name, value) => {
    held[name] = value;
    onchange((held.unsaid ? unsaid : all).filter((run) =>
      (held.month === "" || monthOf(run) === held.month) && (held.shoe === "" || run.shoe === held.shoe)));
  };
  const id = freshId("only");
  const words = ([value, n], name) => [value, t("runs.choice", { name, n })];
  const shoes = counted(all, (run) => run.shoe);
  return [
    all.length > FEW && h("div", { class: "choices" },
      picker("runs-month", t("runs.month"), t("runs.month_all"),
        counted(all, monthOf).map((one) => words(one, month(one[0]))), (value) => hold("month", value)),
      shoes.length > 1 && picker("runs-shoe", t("runs.shoe"), t("runs.shoe_all"),
        shoes.map((one) => words(one, one[0])), (value) => hold("shoe", value))),
    unsaid.length > 0 && unsaid.length < all.length && h("p", { class: "tick" },
      h("input", { type: "checkbox", id, onchange: (event) => hold("unsaid", event.target.checked) }),
      h("label", { for: id }, t("runs.only", { n: unsaid.length }))),
  ].filter((node) => node);
}

/** The drawing of all runs, which the list does not wait for; fresh() draws it again. */
function drawnLater(frame, all) {
  const place = h("div", { class: "all-drawn" });
  const runs = new Map(all.map((run) => [run.id, run]));
  const fresh = async (now) => {
    if (now) runs.set(now.id, now);
    place.replaceChildren(await allDrawn(frame, "/api/onset-chart", runs));
  };
  fresh();
  return { place, fresh };
}

function key() {
  return h("p", { class: "key" },
    s("svg", { class: "key-sign", viewBox: "0 0 20 8", "aria-hidden": "true", focusable: "false" },
      s("rect", { class: "strip-run", y: 3, width: 20, height: 2 }),
      s("rect", { class: "strip-numb", x: 8, width: 12, height: 8 }),
      s("path", { class: "strip-edge", d: "M8 0v8" })), " ", t("runs.key"));
}

/** One run alone, opened. */
async function oneRun(frame) {
  const run = await frame.ask(`/api/runs/${frame.id}`, () => oneRun(frame));
  if (!run) return;
  const row = new RunRow(frame, run, run.duration_s, { onkept: () => {}, open: true });
  frame.show(h("h1", {}, t("runs.one", { id: run.id })), h("ol", { class: "runs" }, row.node),
    h("p", {}, linkButton("#/runs", t("runs.all"), true)));
}

async function allRuns(frame) {
  const all = await frame.ask("/api/runs", () => runs(frame));
  if (!all) return;
  all.reverse(); // the newest first
  const unsaid = all.filter((run) => !run.onset);
  const drawn = all.length > unsaid.length ? drawnLater(frame, all) : undefined;
  const longest = Math.max(...all.map((run) => run.duration_s), 1);
  const row = (run) => new RunRow(frame, run, longest, { onkept: (now) => drawn?.fresh(now) }).node;
  const place = h("div");
  const draw = (shown) => place.replaceChildren(...(shown.length > 0
    ? runList(shown, row) : [h("p", {}, t("runs.none_such"))]));
  if (all.length > 0) draw(all);
  frame.show(...[
    h("h1", {}, t("runs.title")),
    h("p", { class: "lead" }, all.length > 0
      ? t("runs.count", { n: all.length, unsaid: unsaid.length }) : t("runs.empty")),
    all.length === 0 && h("p", {}, h("a", { href: "#/start" }, t("runs.to_start"))),
    drawn?.place,
    drawn && h("p", {}, linkButton("#/patterns", t("patterns.title"), true)),
    all.length > 0 && key(),
    ...choices(all, (shown) => {
      draw(shown);
      frame.announce(t("runs.shown", { n: shown.length }));
    }),
    place,
  ].filter((node) => node));
}

export async function runs(frame) {
  await (frame.id ? oneRun(frame) : allRuns(frame));
}
