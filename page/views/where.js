// Where it goes numb: marked on the feet, for a run or for what is usual; and the marks of all runs in one map.

import { h, freshId } from "../dom.js";
import { t, day } from "../format.js";
import { FootMap, SIDES, footMapParts } from "./foot_map.js";
import { feltFields } from "./mark.js";
import { drawn, errorBox, isGraver, linkButton, safetyNotice, sourceList, sourceTitles, table, triageBox } from "./parts.js";

const MOST_RUNS = 30; // that can be chosen here; an older one is when it is asked for, else it is marked at the run

const wasNumb = (run) => run.onset !== undefined && run.onset.kind !== "none";

/** Red flags, or that nobody asked for them yet. */
function safety({ triage }) {
  return [triageBox(triage),
    !triage.checklist_asked && triage.level !== "emergency" && safetyNotice(triage)].filter((node) => node);
}

/** The form: what is marked is a run, or what is usual. What was marked and not kept yet stays while another is chosen. */
class WhereForm {
  constructor(frame, parts, runs, onkept) {
    Object.assign(this, { frame, parts, onkept });
    const newest = runs.filter(wasNumb).sort((a, b) => b.start.localeCompare(a.start));
    this.runs = new Map(newest.filter((run, i) => i < MOST_RUNS || String(run.id) === frame.id)
      .map((run) => [String(run.id), run]));
    this.drafts = new Map();
    this.target = this.runs.has(frame.id) ? frame.id : "";
    this.feet = new FootMap(parts, { announce: frame.announce, marked: this.kept(), copies: this.copies() });
    const id = freshId("target");
    const select = h("select", { id, onchange: () => this.choose(select.value) },
      h("option", { value: "" }, t("where.usual")), [...this.runs.values()].map((run) =>
        h("option", { value: run.id, selected: String(run.id) === this.target }, t("where.of_run", { day: day(run.start) }))));
    this.trouble = h("div");
    this.about = h("p", { class: "quiet" });
    this.felt = h("div");
    this.node = h("form", { class: "card where-form", onsubmit: (event) => { event.preventDefault(); this.keep(); } },
      h("h2", {}, t("where.mark")),
      h("p", {}, h("label", { for: id }, t("where.target")), " ", select), this.about, this.feet.node, this.felt, this.trouble,
      h("p", { class: "actions" }, h("button", { type: "submit" }, t("where.keep"))));
    this.fill();
  }

  kept() {
    return this.target === "" ? this.parts.map.drawn : this.runs.get(this.target).onset.sites;
  }

  /** The newest other run with a mark. */
  copies() {
    const last = [...this.runs.values()].find((run) => String(run.id) !== this.target && run.onset.sites);
    return last ? [{ label: t("foot_map.copy", { day: day(last.start) }), sites: last.onset.sites }] : [];
  }

  fill() {
    const run = this.runs.get(this.target);
    this.about.textContent = run ? "" : t(this.parts.map.sum.runs > 0 ? "where.usual_beside" : "where.usual_alone");
    this.fields = run && (this.drafts.get(this.target)?.fields ?? feltFields(run));
    this.felt.replaceChildren(...(this.fields ? this.fields.rows : []));
  }

  choose(target) {
    this.drafts.set(this.target, { places: [...this.feet.places], fields: this.fields });
    this.target = target;
    const draft = this.drafts.get(target);
    this.feet.set(this.kept());
    if (draft) this.feet.change(draft.places);
    this.feet.offer(this.copies());
    this.trouble.replaceChildren();
    this.fill();
  }

  async keep() {
    const sites = this.feet.sites();
    const more = this.fields?.said() ?? {};
    const takesBack = this.target !== "" && sites === "" && this.kept();
    if (sites === "" && !takesBack && Object.keys(more).length === 0) {
      this.trouble.replaceChildren(h("p", { class: "box trouble", role: "alert" }, t("questions.no_place")));
      return;
    }
    const { status, value } = this.target === ""
      ? await this.frame.request("POST", "/api/answers", { answers: [{ id: "sites", state: "said", value: sites }] })
      : await this.frame.request("POST", "/api/log", { run: Number(this.target), ...((sites || takesBack) && { sites }), ...more });
    if (status !== 200) {
      this.trouble.replaceChildren(errorBox(value.error, () => this.keep()));
      return;
    }
    if (this.target !== "") this.runs.set(this.target, value);
    this.trouble.replaceChildren(); // nothing calm is said before it is known what this raises
    const looked = await this.onkept(value.triage);
    this.trouble.replaceChildren(h("p", { class: looked ? "box calm" : "box" }, t("where.is_kept")));
    this.frame.announce(t("where.is_kept"));
  }
}

function sumTable({ sum, regions }) {
  const rows = SIDES.flatMap((side) => regions.filter(({ id }) => sum[side][id] !== undefined).map(({ id, name }) =>
    [t("foot_map.place", { side: t(`side.${side}`), place: name }), t("where.of_runs", { n: sum[side][id], all: sum.runs })]));
  return table(t("where.table"), [t("where.place"), t("where.runs")], rows);
}

function feltText({ feelings }) {
  const felt = Object.entries(feelings).map(([feeling, n]) => t("where.felt_on", { feeling: t(`feeling.${feeling}`), n }));
  return felt.length > 0 && h("p", {}, t("where.felt", { felt: felt.join(", ") }), " ", t("feeling.kept_only"));
}

/** What reaches over all marks of one foot: nerves together, places of pressure together. */
function fitsOf(fits) {
  return ["pressure", "nerve"].map((kind) => [kind, fits.filter((fit) => fit.kind === kind).map(({ name }) => name)])
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => h("li", {}, t(`where.fit.${kind}`, { names: names.join("; ") })));
}

function fitList(map) {
  const lines = SIDES.map((side) => {
    const fits = map.fits.filter((fit) => fit.side === side);
    return fits.length > 0 && h("li", {}, h("strong", {}, t(`side.${side}`)), h("ul", {}, fitsOf(fits)));
  }).filter((line) => line);
  return [h("h3", {}, t("where.fits")),
    lines.length > 0 ? h("ul", {}, lines) : h("p", {}, t("where.fits_none")),
    h("p", { class: "quiet" }, t("where.careful")),
    h("p", { class: "actions" }, linkButton("#/why", t("start.go_why")), linkButton("#/lace", t("where.to_lace"), true))];
}

function allRuns(map, sources) {
  if (map.sum.text === undefined) return [h("h2", {}, t("where.all")), h("p", {}, t("where.nothing"))];
  return [h("h2", {}, t("where.all")),
    map.sum.runs > 0 ? h("p", {}, t("where.marked_on", { n: map.sum.runs })) : h("p", {}, t("where.drawn_only")),
    drawn(map.sum.svg), map.sum.runs > 0 && sumTable(map), feltText(map.sum), fitList(map),
    sourceList({ overlays: map.overlays.filter(({ id }) => map.fits.some(({ overlay }) => overlay === id)).map((one) => one.sources.join(" ")) },
      sources)].flat().filter((node) => node);
}

export async function where(frame) {
  const parts = await footMapParts(frame);
  if (parts.error) {
    frame.show(h("h1", {}, t("trouble.title")), errorBox(parts.error, () => where(frame)));
    return;
  }
  const runs = await frame.ask("/api/runs", () => where(frame));
  if (!runs) return;
  const sources = await sourceTitles(frame);
  const flags = h("div", {}, safety(parts.map));
  const sum = h("section", {}, allRuns(parts.map, sources));
  let { triage } = parts.map;
  const warn = (now) => {
    const graver = isGraver(now, triage);
    triage = now;
    flags.replaceChildren(...safety({ triage }));
    if (graver) {
      flags.scrollIntoView({ block: "nearest" });
      flags.querySelector(".alarm, .box")?.focus();
    }
  };
  const fresh = async (now) => {
    if (now) warn(now);
    const { status, value } = await frame.request("GET", "/api/foot-map");
    if (status !== 200) {
      flags.prepend(errorBox(value.error, () => fresh())); // where a flag would stand
      flags.scrollIntoView({ block: "nearest" });
      return false;
    }
    form.parts.map = value;
    parts.map = value;
    warn(value.triage);
    sum.replaceChildren(...allRuns(value, sources));
    return true;
  };
  const form = new WhereForm(frame, parts, runs, fresh);
  frame.show(h("h1", {}, t("where.title")), flags, h("p", { class: "lead" }, t("where.lead")), form.node, sum);
}
