// What several views show.

import { isEnglish, madeFrom } from "../core_words.js";
import { h, freshId, svgOf } from "../dom.js";
import { t, day, has, clock, count, moment } from "../format.js";
import { OF_THE_CORE, spoken } from "../language.js";

const ID = /^[a-z_-]+$/; // a member of a request, which is an English word

/**
 * What went wrong and what to do.
 * @param {{code?: string, message?: string, where?: string, next?: string}} error
 * @param {() => void} [retry]
 */
export function errorBox(error, retry) {
  const own = has(`trouble.${error.code}`) ? t(`trouble.${error.code}`) : undefined;
  const where = spoken.code !== OF_THE_CORE && ID.test(error.where) ? undefined : error.where;
  const said = madeFrom(error.message, [where, error.message].filter((part) => part).join(": "));
  return h("div", { class: "box trouble", role: "alert" },
    h("p", {}, h("strong", {}, t("trouble.head")), " ", own ?? said),
    !own && isEnglish(error.message) && h("p", { class: "quiet" }, t("trouble.english")),
    !own && error.next && error.code !== "FF_ERR_USAGE" && h("p", {}, t("trouble.next", { next: error.next })),
    retry && h("button", { type: "button", onclick: retry }, t("trouble.retry")));
}

const URGENT = ["emergency", "same_day", "within_days"];

/** Whether it is a sign, not the causes alone, that a doctor must see within days. */
export function mustBeSeen(triage) {
  return URGENT.includes(triage.level) && triage.by !== "causes";
}

/** Whether there is a flag that there was not before, or more hurry. */
export function isGraver(triage, before) {
  const known = new Set(before.flags.map((flag) => flag.id));
  return triage.flags.some((flag) => !known.has(flag.id)) || (triage.level !== before.level && triage.flags.length > 0);
}

const FEW_RUNS = 5;

/** The runs whose marks raise a flag, the newest first, each with the way to its mark. */
function markedOn(runs) {
  const links = runs.slice(0, FEW_RUNS).map((run, i) => [i > 0 && ", ",
    h("a", { href: `#/where/${run.run}` }, day(run.start))]);
  const more = runs.length - FEW_RUNS;
  return h("p", { class: "quiet" }, t("flag.marked"), " ", links, more > 0 && t("flag.marked_more", { n: more }), ". ",
    t("flag.take_back"));
}

/**
 * The red flags and the signs one is not sure of: nothing when there is none and no level to tell.
 * A flag without hurry does not stand under one that hurries; where it has to be quick there is one
 * thing to do.
 * @param {{level: string, checklist_asked: boolean,
 *   flags: {id: string, level: string, why: string, do: string, marked?: {run: number, start: string}[]}[],
 *   unsure: {ask: string, answers_text?: string, do: string}[]}} triage
 * @param {(id: string) => Node} [action] what stands below each flag
 */
export function triageBox(triage, action) {
  if (triage.flags.length === 0 && triage.unsure.length === 0
    && triage.level === "self_care") return undefined;
  const id = freshId("triage");
  const urgent = URGENT.includes(triage.level);
  const quick = ["emergency", "same_day"].includes(triage.level);
  const open = !triage.checklist_asked && ["self_care", "routine"].includes(triage.level);
  return h("section", { class: urgent ? "box alarm" : "box", "aria-labelledby": id, tabindex: "-1" },
    h("h2", { id }, urgent && h("span", { class: "sign", "aria-hidden": "true" }, "!"),
      t(open ? `level.open.${triage.level}` : `level.${triage.level}`)),
    triage.flags.filter((flag) => !urgent || URGENT.includes(flag.level))
      .map((flag) => h("div", { class: "flag" },
        (!quick || flag.level === triage.level) && h("p", { class: "do" }, flag.do),
        h("p", {}, flag.why),
        flag.marked && markedOn(flag.marked),
        action?.(flag.id))),
    triage.unsure.length > 0 && [
      h("h3", {}, t("why.unsure")),
      h("p", {}, t("why.unsure_how")),
      h("ul", {}, triage.unsure.map((item) => h("li", {},
        item.ask, " ",
        h("strong", {}, item.answers_text
          ? t("why.unsure_answer", { answer: item.answers_text, act: item.do })
          : t("why.unsure_fits", { act: item.do }))))),
    ]);
}

/**
 * Answers that cannot both be true: nothing when there are none.
 * @param {{between: string[], says: string, do: string}[]} contradictions
 * @param {(id: string) => Node} [action] what stands below for each answer that can be given again
 */
export function contradictionBox(contradictions, action) {
  if (contradictions.length === 0) return undefined;
  const id = freshId("contradictions");
  return h("section", { class: "box", "aria-labelledby": id },
    h("h2", { id }, t("contradictions.title")),
    contradictions.map((item) => h("div", {},
      h("p", {}, item.says), h("p", { class: "do" }, item.do),
      action && item.between.filter((one) => one !== "runs" && one !== "age").map(action))));
}

const HOLDINGS = ["runs", "marked", "answers", "measures", "shoes", "trials", "plans", "files"];

/** How much of each kind is kept, or in a copy. */
export function holdings(data) {
  const there = HOLDINGS.filter((name) => data[name] > 0);
  if (there.length === 0) return h("p", {}, t("data.nothing"));
  return h("ul", {}, there.map((name) => h("li", {}, count(`data.count.${name}`, data[name]))));
}

/** "read in S54", "recalled", "judged": what a number rests on. */
export function basis(item, sources) {
  const titles = item.sources.map((id) => sources.get(id) ?? id);
  const word = t(`class.${item.class}`);
  return titles.length > 0 ? `${word}: ${titles.join("; ")}` : word;
}

/** The sources that the texts above name in brackets. */
export function sourceList(value, sources) {
  const cited = new Set(JSON.stringify(value).match(/\b[SR]\d+\b/g));
  const known = [...sources].filter(([id]) => cited.has(id));
  if (known.length === 0) return undefined;
  return h("details", {},
    h("summary", {}, t("why.sources", { n: known.length })),
    h("dl", { class: "sources", lang: "en" }, known.map(([id, title]) => [h("dt", {}, id), h("dd", {}, title)])));
}

export async function sourceTitles(frame) {
  const { status, value } = await frame.request("GET", "/api/sources");
  return new Map(status === 200 ? value.map((source) => [source.id, source.title]) : []);
}

/** ", gone again at 41:30"; a moment beyond the run's end is told from there. */
function goneText(gone, duration) {
  if (gone === undefined) return "";
  return `, ${gone > duration ? t("runs.gone_after", { time: clock(gone - duration) })
    : t("runs.gone_at", { at: clock(gone) })}`;
}

/** ", it felt numb, burning" */
function feltText(feelings) {
  return feelings === undefined ? ""
    : `, ${t("runs.felt", { felt: feelings.split(",").map((feeling) => t(`feeling.${feeling}`)).join(", ") })}`;
}

/** When the foot went numb in a run, and when it was gone, in words. */
export function onsetText({ onset, duration_s: duration }) {
  const more = (onset.strength === undefined ? ""
    : `, ${t("runs.strength_of", { strength: onset.strength })}`) + feltText(onset.feelings)
    + goneText(onset.gone_s, duration);
  switch (onset.kind) {
    case "exact":
      return t("runs.exact", { at: moment(onset.from_s, onset.from_m) }) + more;
    case "interval":
      return t("runs.interval", { from: moment(onset.from_s, onset.from_m),
        to: moment(onset.to_s, onset.to_m) }) + more;
    case "none":
      return t(onset.coming ? "runs.coming" : "runs.none");
    default:
      return t(`runs.${onset.kind}`) + more;
  }
}

/**
 * Something that is made when it is opened for the first time.
 * @param {any[]} summary
 * @param {() => Node|Node[]|Promise<Node|Node[]>} make
 */
export function openLater(summary, make) {
  let made = false;
  const place = h("div");
  const details = h("details", { ontoggle: async () => {
    if (!details.open || made) return;
    made = true;
    place.replaceChildren(...[await make()].flat());
  } }, h("summary", {}, summary), place);
  return details;
}

/**
 * A drawing that came with an answer, or that it is broken.
 * @param {string} svg
 * @param {() => void} [retry]
 */
export function drawn(svg, retry) {
  return h("div", { class: "drawing" }, svgOf(svg) ?? errorBox({ code: "broken_drawing" }, retry));
}

/**
 * A drawing of the core's, or why there is none.
 * @param {object} [body] what is sent with it: the drawing of something told just now
 */
export async function drawing(frame, path, body) {
  const place = h("div");
  const load = async () => {
    const { status, value } = await frame.request(body ? "POST" : "GET", path, body);
    place.replaceChildren(status === 200 ? drawn(value.svg, load) : errorBox(value.error, load));
  };
  await load();
  return place;
}

/** A table; the first cell of a row names it. */
export function table(caption, heads, rows) {
  return h("table", {}, h("caption", {}, caption),
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, rows.map(([name, ...cells]) => h("tr", {},
      h("th", { scope: "row" }, name), cells.map((cell) => h("td", {}, cell ?? ""))))));
}

/** A link that looks like a button. */
export function linkButton(href, text, quiet) {
  return h("a", { class: quiet ? "button quiet-button" : "button", href }, text);
}

/**
 * What stands above all that is told: red flags, answers that cannot both be true, and whether the
 * safety questions were answered.
 */
export function topBoxes({ triage, contradictions }) {
  return [
    triageBox(triage),
    contradictionBox(contradictions),
    !triage.checklist_asked && triage.level !== "emergency" && safetyNotice(triage),
    triage.checklist_asked && triage.level === "self_care"
      && h("p", { class: "box calm" }, t("level.self_care")),
  ];
}

/** Before the safety questions nothing may sound like an all-clear. */
export function safetyNotice(triage) {
  return h("div", { class: "box notice" },
    h("p", {}, triage.checklist_days >= 1
      ? t("why.safety_old", { days: triage.checklist_days }) : t("why.safety_first")),
    h("p", {}, linkButton("#/questions", t("start.go_safety"))));
}

/** What is shown where safety comes first, in the place of what was asked for. */
export function refusal(value) {
  return [
    triageBox(value.triage),
    !value.triage.checklist_asked && value.triage.level !== "emergency" && safetyNotice(value.triage),
    h("p", { class: "box notice", role: "alert" }, value.refused),
  ];
}

/** Hands a file to the runner, as a download: nothing leaves the machine. */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** A number of radio buttons that look like one row of buttons. */
export function choice(name, values, labels, chosen, onchange) {
  return h("div", { class: "choice" }, values.map((value, i) => {
    const id = freshId("choice");
    return h("div", {},
      h("input", { type: "radio", id, name, value, checked: value === chosen, onchange }),
      h("label", { for: id }, labels[i]));
  }));
}
