// Patterns: what all runs together say. What goes with numbness, how and how much one runs, and in what.

import { h } from "../dom.js";
import { t, has, chance, day, km, number, pace, percent, sentence } from "../format.js";
import { findingsSection } from "./findings.js";
import { sourceList, sourceTitles, table, topBoxes } from "./parts.js";
import { countsText, figures, overstrideText, patternName, sideText, soonerText } from "./runs_say.js";

function section(title, ...body) {
  return h("section", {}, h("h2", {}, title), body);
}

/** "1, 2, 3", each a link to its run. */
function runLinks(ids) {
  return h("span", { class: "links" }, ids.map((id) =>
    h("a", { href: `#/runs/${id}`, "aria-label": t("runs.number", { id }) }, String(id))));
}

/* ---- when ---- */

const LENGTHS = ["under_30_min", "30_to_60_min", "over_60_min"];

function lengthsList(timing) {
  const said = LENGTHS.filter((length) => timing[length].runs > 0);
  return said.length > 0 && h("ul", {}, said.map((length) => h("li", {},
    t(`timing.${length}`, { numb: timing[length].numb, runs: timing[length].runs }))));
}

function orderText(timing) {
  if (timing.order === undefined) return t("timing.too_few", { runs: timing.runs });
  if (timing.order === "none") return t("timing.none", { runs: timing.runs });
  return t(`timing.${timing.order}`, { weeks: Math.round(timing.weeks), runs: timing.runs,
    chance: chance(timing.p) });
}

function whenSection({ runs, timing }) {
  return section(t("patterns.when"),
    h("p", {}, t("why.in_all", { text: figures(runs) })),
    lengthsList(timing), h("p", {}, orderText(timing)));
}

/* ---- what goes with it ---- */

function caution(text) {
  return text !== undefined && h("p", {}, t("patterns.but", { text }));
}

function withCard(pattern, byMin) {
  return h("article", { class: "card" },
    h("h3", {}, soonerText(pattern)),
    h("p", {}, t("patterns.numb_by", { min: Math.round(byMin), counts: countsText(pattern) })),
    h("p", {}, t("patterns.chance", { chance: chance(pattern.p_of_all) })),
    pattern.along_with !== undefined && h("p", {}, t("patterns.along", { name: pattern.along_with })),
    caution(pattern.caution),
    h("details", {}, h("summary", {}, t("patterns.which_runs")),
      h("p", {}, t("patterns.runs_numb"), " ", runLinks(pattern.runs_numb)),
      h("p", {}, t("patterns.runs_not"), " ", runLinks(pattern.runs_not))));
}

function withSection(value) {
  const found = value.patterns.filter((pattern) => pattern.state === "goes_with");
  if (value.looked_at === 0) return section(t("patterns.goes_with"), h("p", {}, t("patterns.not_yet")));
  return section(t("patterns.goes_with"),
    found.length === 0 && h("p", {}, t("patterns.nothing", { n: value.looked_at })),
    found.map((pattern) => withCard(pattern, value.by_min)),
    h("p", { class: "quiet" }, t("patterns.how"), " ", t("patterns.not_cause"), " ",
      value.left_out_changed > 0 && t("patterns.left_out", { n: value.left_out_changed })));
}

function absentSection(value) {
  const found = value.patterns.filter((pattern) => pattern.state === "absent");
  return found.length > 0 && section(t("patterns.absent"),
    h("ul", {}, found.map((pattern) => h("li", {},
      t("patterns.absent_one", { name: patternName(pattern), min: Math.round(value.by_min),
        counts: countsText(pattern), odds: number(pattern.odds_ratio, 1), low: number(pattern.low, 1),
        high: number(pattern.high, 1), side: sideText(pattern, true) }),
      caution(pattern.caution)))));
}

/** Things that cannot be told, by the reason. */
function byReason(patterns) {
  const reasons = new Map();
  for (const pattern of patterns) {
    const reason = pattern.along_with === undefined ? pattern.why_not
      : t("patterns.goes_along", { name: pattern.along_with });
    reasons.set(reason, [...reasons.get(reason) ?? [], patternName(pattern)]);
  }
  return [...reasons];
}

function unknownSection({ patterns }) {
  const found = patterns.filter((pattern) => !["goes_with", "absent"].includes(pattern.state));
  return found.length > 0 && section(t("patterns.unknown"),
    h("dl", {}, byReason(found).map(([reason, names]) =>
      [h("dt", {}, sentence(reason)), h("dd", {}, names.join(", "))])));
}

/* ---- how and how much ---- */

function contactText(form) {
  return form.stance_time_runs === 0 ? t("form.no_contact")
    : t("form.contact", { ms: Math.round(form.stance_time_ms), n: form.stance_time_runs,
      device: t(`form.by.${form.stance_time_by}`), usual: Math.round(form.usual_stance_time_ms) });
}

function balanceText({ balance_left_percent: left, balance_runs: n }) {
  return left !== undefined && t("form.balance",
    { left: number(left, 1), right: number(100 - left, 1), n });
}

/** What the chance of overstriding is made of. */
function formLines(form) {
  return [
    t("form.heel", { cm: Math.round(form.heel_ahead_cm), sd: Math.round(form.heel_ahead_sd_cm),
      limit: Math.round(form.limit_cm) }),
    t("form.steps", { steps: Math.round(form.cadence_spm), pace: pace(form.speed_mps),
      n: form.runs.length, usual: Math.round(form.usual_cadence_spm) }),
    contactText(form),
  ];
}

function formSection({ form }) {
  const known = form.p !== undefined;
  return section(t("form.title"),
    h("p", {}, h("strong", {}, known ? overstrideText(form.overstride, form)
      : t("form.unknown", { why: sentence(form.why_not) }))),
    h("p", {}, t("form.meaning")),
    h("ul", {}, [...(known ? formLines(form) : []), balanceText(form)]
      .filter((line) => line).map((line) => h("li", {}, line))));
}

function longestText(load) {
  return load.ratio === undefined ? t("load.no_ratio")
    : t("load.ratio", { now: km(load.distance_m), share: percent(load.ratio),
      before: km(load.longest_before_m) });
}

function loadSection({ load }) {
  if (load.run === undefined) return undefined;
  const lines = [
    t("load.weeks", { weeks: load.week_m.map((metres) => Math.round(metres / 1000)).join(", ") }),
    load.greatest_rise > 1 && t("load.rise", { share: percent(load.greatest_rise - 1) }),
    longestText(load),
    load.hazard !== undefined && t("load.hazard", { times: number(load.hazard, 2),
      low: number(load.hazard_low, 2), high: number(load.hazard_high, 2) }),
    load.rest_days_a_week !== undefined && t("load.rest", { days: number(load.rest_days_a_week, 1) }),
    load.break_days !== undefined && t("load.break", { n: Math.round(load.break_days) }),
    load.first_weeks && t("load.first_weeks"),
  ];
  return section(t("load.title"),
    h("ul", {}, lines.filter((line) => line).map((line) => h("li", {}, line))));
}

/* ---- shoes and gear ---- */

function gearCells(item) {
  const state = item.retired ? "retired" : item.band;
  const words = [has(`gear.kind.${item.kind}`) ? t(`gear.kind.${item.kind}`) : item.kind,
    has(`gear.state.${state}`) && t(`gear.state.${state}`), t("gear.last", { day: day(item.last) })];
  return [
    [item.name, h("span", { class: "quiet below-name" }, words.filter((word) => word).join(", "))],
    String(item.runs),
    `${Math.round(item.distance_m / 1000)}${item.whole_distance ? "" : "+"}`,
    item.said > 0 && t("gear.of", { numb: item.numb, said: item.said }),
    item.median_min !== undefined && String(Math.round(item.median_min)),
  ];
}

/** Numbness in the first 50 km of new shoes against later: all of them together. */
function newShoesText(gear) {
  const shoes = gear.filter((item) => item.kind === "shoe" && item.whole_distance);
  const sum = (name) => shoes.reduce((all, item) => all + item[name], 0);
  const [early, numb] = [sum("first_50_km_said"), sum("first_50_km_numb")];
  const later = sum("said") - early;
  return early > 0 && later > 0
    && t("gear.first", { numb, early, later_numb: sum("numb") - numb, later });
}

function gearSection({ gear }) {
  if (gear.length === 0) return section(t("gear.title"), h("p", {}, t("gear.none")));
  const first = newShoesText(gear);
  return section(t("gear.title"),
    table(t("gear.caption"), ["name", "runs", "km", "numb", "half"].map((head) => t(`gear.${head}`)),
      gear.map(gearCells)),
    gear.some((item) => !item.whole_distance) && h("p", { class: "quiet" }, t("gear.plus")),
    first && h("p", {}, first));
}

/** What all runs say, when there are any. */
function sections(value) {
  const told = value.runs.began === undefined
    ? [h("p", {}, t("patterns.no_numb"), " ", h("a", { href: "#/runs" }, t("start.go_runs")))]
    : [whenSection, withSection, absentSection, unknownSection].map((one) => one(value));
  return [...told, formSection(value), loadSection(value), gearSection(value)];
}

export async function patterns(frame) {
  const retry = () => patterns(frame);
  const why = await frame.ask("/api/why", retry);
  const value = why && await frame.ask("/api/patterns", retry);
  if (!value) return;
  const sources = await sourceTitles(frame);
  const findings = findingsSection(value);
  const any = value.load.run !== undefined;
  frame.show(...[
    h("h1", {}, t("patterns.title")),
    ...topBoxes(why),
    !any && h("p", {}, t("runs.empty"), " ", h("a", { href: "#/start" }, t("runs.to_start"))),
    ...(any ? [...sections(value), findings] : []),
    value.load.hazard !== undefined && sourceList(["S22"], sources),
    h("p", { class: "quiet" }, t("not_a_diagnosis")),
  ].filter((node) => node));
}
