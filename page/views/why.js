// Why: what to see a doctor for, what fits best, and what to try next.

import { h, s, freshId } from "../dom.js";
import { t, has, km, minutes, number, percent, sentence } from "../format.js";
import { basis, linkButton, sourceList, sourceTitles, topBoxes } from "./parts.js";
import { countsText, figures, overstrideText } from "./runs_say.js";

const SHOWN = 5; // causes in full
const LEAST = 0.1; // after the first, a cause in full fits at least so well

/** A bar to p, with the range from low to high as a line with ends. The words say the same. */
function bar(cause) {
  const x = (p) => 100 * p;
  return s("svg", { class: "bar", viewBox: "0 0 100 12", preserveAspectRatio: "none",
    "aria-hidden": "true", focusable: "false" },
  s("rect", { class: "bar-track", x: 0, y: 0, width: 100, height: 12 }),
  s("rect", { class: "bar-fill", x: 0, y: 0, width: x(cause.p), height: 12 }),
  ["bar-halo", "bar-range"].map((name) => s("path", { class: name, // seen on bar and track alike
    "vector-effect": "non-scaling-stroke",
    d: `M${x(cause.low)} 6H${x(cause.high)}M${x(cause.low)} 2v8M${x(cause.high)} 2v8` })));
}

/** How much an answer weighs, in words: 5.05 is "5 times as likely". */
function weight(ratio) {
  const more = ratio >= 1;
  const times = more ? ratio : 1 / ratio;
  return t(more ? "why.more_likely" : "why.less_likely",
    { times: times >= 3 ? String(Math.round(times)) : number(times, 1) });
}

function evidenceList(items, kind, sources) {
  if (items.length === 0) return h("p", { class: "quiet" }, t(`why.no_${kind}`));
  return h("ul", { class: "evidence" }, items.map((item) =>
    h("li", {},
      h("span", { class: `mark ${kind}`, "aria-hidden": "true" }, kind === "for" ? "+" : "\u2212"),
      h("div", {},
        h("p", {}, `${sentence(item.name)}: `, h("strong", {}, item.text)),
        h("p", { class: "quiet" }, weight(item.ratio), "; ", basis(item, sources))))));
}

function evidence(cause, sources, open) {
  return h("details", { open },
    h("summary", {}, t("why.evidence", { pro: cause.for.length, con: cause.against.length })),
    h("h4", {}, t("why.for")), evidenceList(cause.for, "for", sources),
    h("h4", {}, t("why.against")), evidenceList(cause.against, "against", sources),
    cause.weak && h("p", { class: "quiet" }, t("why.weak", { text: cause.weak })));
}

function range(cause) {
  return t("why.range", { low: percent(cause.low), high: percent(cause.high) });
}

/** "a dull patch: yes": an answer that is missing, in the words of the questions. */
function answerText(names, { finding, answer }) {
  const question = names.get(finding);
  const option = question?.options?.find((one) => one.id === answer);
  return [question?.question ?? finding, " ", h("strong", {}, sentence(option?.text ?? answer))];
}

/** What each answer that is missing would make of the cause, the most telling first. */
function otherAnswers(cause, causes, names) {
  const lines = [...cause.raise, ...cause.lower].map((one) => {
    const leads = causes.find((other) => other.id === one.leads);
    return h("li", {}, answerText(names, one), " ",
      t(one.p >= cause.p ? "why.would_rise" : "why.would_fall", { p: percent(one.p) }),
      leads && leads.id !== causes[0].id && ` ${t("why.would_lead", { cause: leads.name })}`, " ",
      h("a", { href: `#/questions/${one.finding}` }, t("why.answer_it")));
  });
  return lines.length > 0 && h("details", {}, h("summary", {}, t("why.change_cause")),
    h("ul", { class: "plain would" }, lines));
}

function causeCard(cause, { causes, sources, names }, first) {
  const id = freshId("cause");
  return h("article", { class: first ? "cause first" : "cause", "aria-labelledby": id },
    h("h3", { id }, cause.name),
    h("p", { class: "quiet" }, `[${cause.clinical}]`),
    bar(cause),
    h("p", { class: "figures" }, h("strong", {}, percent(cause.p)), " ", range(cause)),
    h("p", {}, cause.mechanism),
    evidence(cause, sources, first && matchMedia("(min-width: 40rem)").matches),
    otherAnswers(cause, causes, names));
}

function smallCause(cause) {
  return h("li", {}, h("p", {}, h("span", {}, cause.name),
    h("span", { class: "figures" }, `${percent(cause.p)} ${range(cause)}`)), bar(cause));
}

/** For which cause the runs of trials speak. */
function runsSpeak(speak, causes) {
  const cause = causes.find((one) => one.id === speak.for);
  const times = Math.min(speak.times, 999);
  return h("p", {}, t("why.speak", { times: times < 10 ? number(times, 1) : String(Math.round(times)),
    cause: speak.name, before: percent(speak.p_without_runs), after: percent(cause.p),
    runs: speak.runs }));
}

/** Of the illnesses among the causes that a doctor should see: above the causes when they lead, else below. */
function forDoctor({ for_doctor: told }, leads) {
  return told?.leads === leads && h("p", { class: leads && "box notice" },
    t("why.for_doctor", { n: told.causes, p: percent(told.p) }));
}

function causesSection(value, sources, names) {
  const { causes, runs_speak: speak, not_weighed: notWeighed, answered } = value;
  const full = causes.filter((cause, i) => i === 0 || (i < SHOWN && cause.p >= LEAST));
  const rest = causes.slice(full.length);
  return h("section", {},
    h("h2", {}, t("why.fits")),
    forDoctor(value, true),
    answered === 0 && h("p", { class: "box" }, h("strong", {}, t("why.nothing_known"))),
    h("p", { class: "quiet" }, t("why.bars")),
    speak && runsSpeak(speak, causes),
    full.map((cause, i) => causeCard(cause, { causes, sources, names }, i === 0)),
    rest.length > 0 && h("details", { class: "rest" },
      h("summary", {}, t("why.others", { n: rest.length })),
      h("ul", { class: "plain" }, rest.map(smallCause))),
    forDoctor(value, false),
    h("p", { class: "quiet" }, t("why.weighed", { n: causes.length - 1 }), " ", notWeighed));
}

function fact(word, text) {
  return text && [h("dt", {}, t(word)), h("dd", {}, text)];
}

function suggestion(item, causes) {
  const aim = causes.find((cause) => cause.id === item.aims_at);
  return [
    h("h3", {}, item.name),
    has(`cost.${item.cost}`) && h("p", {}, h("span", { class: "tag" }, t(`cost.${item.cost}`))),
    aim && h("p", { class: "quiet" }, t("why.aims", { cause: aim.name })),
    item.limit && h("p", {}, h("strong", {}, item.limit)),
    h("dl", {},
      fact("why.how", item.how), fact("why.dose", sentence(item.dose)),
      fact("why.judge", sentence(item.judge)), fact("why.else", sentence(item.see_whom)),
      fact("why.weak_word", item.weak)),
  ];
}

function trySection(value) {
  const [first, ...rest] = value.try.filter((item) => !item.flag);
  if (!first) return undefined;
  return h("section", { class: "box next" },
    h("h2", {}, t("why.try")),
    suggestion(first, value.causes),
    first.kind === "change" && h("p", {}, linkButton("#/trial", t("why.to_trial"), true)),
    rest.length > 0 && h("details", {},
      h("summary", {}, t("why.try_more", { n: rest.length })),
      rest.map((item) => suggestion(item, value.causes))));
}

function askSection(value) {
  const open = value.ask.filter((item) => item.finding !== "red_flags");
  if (open.length === 0) return undefined;
  return h("section", {},
    h("h2", {}, t("why.change")),
    h("p", {}, t("why.change_how", { n: open.length })),
    h("ul", {}, open.slice(0, 3).map((item) => h("li", {}, item.question))),
    h("p", {}, linkButton("#/questions", t("why.to_questions"), true)));
}

function changeItem(change) {
  const name = has(`change.${change.change}`) ? t(`change.${change.change}`) : change.change;
  return h("li", {},
    h("p", {}, h("strong", {}, name)),
    h("p", {}, t("why.with", { text: figures(change.with) })),
    h("p", {}, t("why.without", { text: figures(change.without) })),
    h("p", { class: "quiet" }, change.caution));
}

/** What the runs say beyond their counts, in short. */
function runsInShort({ goes_with: goesWith, overstride }) {
  return [
    goesWith.length > 0 && h("ul", {}, goesWith.map((pattern) => h("li", {},
      t("why.goes_with", { counts: countsText(pattern) })))),
    goesWith.length > 0 && h("p", { class: "quiet" }, t("patterns.not_cause")),
    overstride && h("p", {}, overstrideText(overstride.state, overstride)),
    h("p", {}, linkButton("#/patterns", t("why.to_patterns"), true)),
  ];
}

/** The runs since it began. */
function sinceItBegan(runs) {
  return runs.runs > 0 && [
    h("p", {}, t("why.in_all", { text: figures(runs) })),
    runs.earliest_min !== undefined && h("p", {}, t("why.earliest",
      { time: minutes(runs.earliest_min) })),
    runs.ratio !== undefined && h("p", {}, t("why.spike",
      { longest: km(1000 * runs.longest_km), before: km(1000 * runs.reference_km) })),
    runs.changes.length > 0 && h("ul", { class: "plain changes" }, runs.changes.map(changeItem)),
  ];
}

function runsSection(value) {
  if (value.runs.runs === 0 && value.overstride === undefined) return undefined;
  return h("section", {}, h("h2", {}, t("patterns.title")), sinceItBegan(value.runs), runsInShort(value));
}

/** The questions by their id; none where they cannot be told. */
async function questionNames(frame) {
  const { status, value } = await frame.request("GET", "/api/questions");
  return new Map(status === 200 ? value.findings.map((one) => [one.finding, one]) : []);
}

export async function why(frame) {
  const value = await frame.ask("/api/why", () => why(frame));
  if (!value) return;
  const [sources, names] = await Promise.all([sourceTitles(frame), questionNames(frame)]);
  frame.show(...[
    h("h1", {}, t("why.title")),
    ...topBoxes(value),
    causesSection(value, sources, names),
    trySection(value),
    askSection(value),
    runsSection(value),
    sourceList([value.triage, value.causes, value.try], sources),
    h("p", { class: "quiet" },
      value.judgement_share !== undefined
        && `${t("why.judgement", { share: percent(value.judgement_share) })} `,
      t("not_a_diagnosis")),
  ].filter((node) => node));
}
