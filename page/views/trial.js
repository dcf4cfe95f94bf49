// Trial: a change against the usual, in an order that is drawn; what to do next, and what the runs say.

import { h, freshId } from "../dom.js";
import { t, day, has, km, minutes, number, plain, sentence } from "../format.js";
import { allDrawn } from "./all_drawn.js";
import { errorBox, linkButton, mustBeSeen, onsetText, refusal, safetyNotice, triageBox } from "./parts.js";

const MOST = 4; // changes of one trial
const USUAL = "usual";
const AT_ONCE = 5; // runs that are not folded away

function button(text, onclick, quiet) {
  return h("button", { type: "button", class: quiet ? "quiet-button" : undefined, onclick }, text);
}

/** A chance in whole percent; never 0 or 100, nothing is that sure. */
function chance(p) {
  return `${Math.min(Math.max(Math.round(100 * p), 1), 99)} %`;
}

function times(ratio) {
  return number(ratio, 2);
}

/** The day "2026-06-01" in words. */
function date(text) {
  return day(`${text}T00:00:00Z`);
}

/** One of the arms of a trial, or another change, in few words. */
function armName(id) {
  if (id === USUAL) return t("trial.usual");
  return has(`change.${id}`) ? t(`change.${id}`) : id;
}

/** What a run was done with: an arm of the trial, or all that was different. */
function runWith(run) {
  return run.with === undefined ? (run.changed ?? []).map(armName).join(", ") : armName(run.with);
}

/** Shows the view anew after something was done, and says what. */
async function again(frame, words) {
  if (!await trial(frame)) return;
  const heading = document.querySelector("#content h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
  frame.announce(words);
}

/** Asks for something to be done; `done` gets the answer, what is in the way is shown at `place`. */
async function act(frame, path, body, place, done) {
  const { status, value } = await frame.request("POST", path, body);
  if (status !== 200) {
    place.replaceChildren(errorBox(value.error, () => act(frame, path, body, place, done)));
  } else if (value.refused) {
    place.replaceChildren(...refusal(value).filter((node) => node));
  } else {
    await done(value);
  }
}

// ---- before it starts ----

function planSection(plan, names, start) {
  const id = freshId("plan");
  const found = plan.likely_runs.filter((one) => one.runs <= plan.most_runs).reverse();
  return h("section", { class: "box calm", "aria-labelledby": id },
    h("h3", { id, tabindex: "-1" }, t("trial.plan")),
    h("p", {}, t("trial.plan_of", { names: names.join(", ") })),
    found.length > 0 && [
      h("p", {}, t("trial.likely")),
      h("ul", {}, found.map((one) => h("li", {},
        t("trial.likely_runs", { n: one.runs, ratio: number(one.time_ratio, 1) }))))],
    h("p", {}, h("strong", {}, t("trial.cannot",
      { ratio: times(plan.smallest_ratio), runs: plan.most_runs }))),
    plan.cautions.map((words) => h("p", {}, words)),
    h("p", { class: "quiet" }, t("trial.differ", { factor: times(Math.exp(plan.sigma)) }), " ",
      plan.sigma_from === 0 && t("trial.differ_guess")),
    h("p", { class: "actions" }, button(t("trial.start"), start)));
}

/** A number of its own for the order that is drawn. */
function seed() {
  return crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
}

function offerLine(offer) {
  const id = freshId("try");
  return h("div", { class: "tick" },
    h("input", { type: "checkbox", id, value: offer.change, "data-name": offer.name }),
    h("label", { for: id }, offer.name, " ",
      has(`cost.${offer.cost}`) && h("span", { class: "tag" }, t(`cost.${offer.cost}`))));
}

/** What is ticked and typed: {id, name} each. */
function chosen(form, own) {
  const ticked = [...form.querySelectorAll("input[data-name]:checked")]
    .map((box) => ({ id: box.value, name: box.dataset.name }));
  const words = own.value.trim();
  return words ? [...ticked, { id: words, name: words }] : ticked;
}

function startForm(frame, offers) {
  const ownId = freshId("own");
  const comfortId = freshId("comfort");
  const own = h("input", { type: "text", id: ownId, autocomplete: "off", maxlength: "60" });
  const comfort = h("input", { type: "checkbox", id: comfortId });
  const place = h("div");
  const hint = h("p", { class: "box trouble", role: "alert", hidden: true });
  const refuse = (text) => {
    hint.textContent = text;
    hint.hidden = false;
  };
  const plan = async (event) => {
    event.preventDefault();
    const picked = chosen(form, own);
    if (picked.length === 0) return refuse(t("trial.none_chosen"));
    if (picked.length > MOST) return refuse(t("trial.too_many", { most: MOST }));
    const body = { changes: picked.map((one) => one.id), comfort: comfort.checked };
    return act(frame, "/api/trial/plan", body, place, (value) => {
      const start = () => act(frame, "/api/trial/start", { ...body, seed: seed() }, place,
        () => again(frame, t("trial.started")));
      place.replaceChildren(planSection(value, picked.map((one) => one.name), start));
      place.querySelector("h3").focus();
    });
  };
  const form = h("form", { class: "card", onsubmit: plan, oninput: () => {
    hint.hidden = true;
    place.replaceChildren(); // what was said was of another choice
  } },
  h("fieldset", {}, h("legend", {}, t("trial.what")), offers.map(offerLine),
    h("p", {}, h("label", { for: ownId }, t(offers.length > 0 ? "trial.own" : "trial.own_only")),
      h("br"), own)),
  h("div", { class: "tick" }, comfort, h("label", { for: comfortId }, t("trial.comfort"))),
  hint,
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("trial.see_plan"))));
  return [form, place];
}

function startSection(frame, why) {
  return h("section", {},
    h("h2", {}, t("trial.begin")),
    h("p", {}, t("trial.begin_how")),
    why.triage.checklist_asked
      ? startForm(frame, why.try.filter((item) => item.kind === "change")) : safetyNotice(why.triage));
}

// ---- while it goes on ----

function nextSection(frame, value) {
  const place = h("div");
  const id = freshId("next");
  const drawn = value.next_run;
  const last = value.days[value.days.length - 1];
  const open = last && !last.onset;
  return h("section", { class: "box next", "aria-labelledby": id },
    h("h2", { id }, t("trial.next")),
    drawn && [
      h("p", { class: "do" }, drawn.change === USUAL ? t("trial.next_usual") : drawn.name),
      h("p", {}, drawn.why),
      drawn.how && h("details", {}, h("summary", {}, t("why.how")),
        h("p", {}, plain(drawn.how)))],
    !drawn && [
      h("p", {}, t(open ? "trial.next_say_first" : "trial.next_not_drawn")),
      h("p", { class: "actions" },
        open && linkButton("#/runs", t("start.go_runs")),
        button(t("trial.draw"), () => act(frame, "/api/next", {}, place,
          () => again(frame, t("trial.drawn"))), open)),
      place]);
}

function rulesSection(rules) {
  return h("section", {},
    h("h2", {}, t("trial.rules")),
    h("ul", {}, rules.map((rule) => h("li", {}, rule))));
}

function fact(word, ...text) {
  return [h("dt", {}, t(word)), h("dd", {}, ...text)];
}

function span(min, metres) {
  return metres === undefined ? minutes(min) : `${minutes(min)} (${km(1000 * metres)})`;
}

function figures(change) {
  return [
    h("p", { class: "figures" }, h("strong", {}, t("trial.ratio", { ratio: times(change.median) })), " ",
      t("trial.range", { low: times(change.low), high: times(change.high) })),
    h("dl", {},
      fact("trial.minutes", t("trial.instead", { with: span(change.minutes_with, change.km_with),
        without: span(change.minutes_without, change.km_without) })),
      fact("trial.helps", t("trial.chances", { tenth: chance(change.p_helps),
        fifth: chance(change.p_fifth), half: chance(change.p_half) })),
      fact("trial.counted", t("trial.with_without", { with: change.with, without: change.without }))),
    h("p", {}, change.outlook),
    change.doubts && h("p", { class: "quiet" }, change.doubts)];
}

function changeCard(change) {
  const id = freshId("change");
  const known = change.state === "known";
  return h("article", { class: "cause", "aria-labelledby": id },
    h("h3", { id }, change.name),
    h("p", {}, h("strong", {}, t(`verdict.${change.verdict ?? "nothing"}`))),
    known ? figures(change) : h("p", {}, sentence(change.missing)));
}

function changesSection(value) {
  return h("section", {},
    h("h2", {}, t("trial.says")),
    value.changes.map(changeCard),
    value.speaks && h("p", {}, value.speaks),
    [value.checks?.odd, value.checks?.says, value.rough].filter((words) => words)
      .map((words) => h("p", { class: "quiet" }, words)));
}

/** Says that a run was done in another way than it counts as. */
function otherwise(frame, value, run) {
  const name = freshId("with");
  const place = h("div");
  const ownId = freshId("own");
  const own = h("input", { type: "text", id: ownId, autocomplete: "off", maxlength: "60",
    oninput: () => { other.checked = true; } });
  const radio = (arm, label) => {
    const id = freshId("with");
    const input = h("input", { type: "radio", name, id, value: arm, required: true,
      checked: (run.with ?? "") === arm });
    return { input, row: h("div", { class: "tick" }, input, h("label", { for: id }, label)) };
  };
  const arms = [USUAL, ...value.changes.map((change) => change.id)]
    .map((arm) => radio(arm, sentence(armName(arm))).row);
  const { input: other, row } = radio("", t("trial.was_else"));
  return h("form", { class: "mark-form", onsubmit: (event) => {
    event.preventDefault();
    const picked = event.target.elements[name].value || own.value.trim();
    if (!picked) {
      own.focus();
      return;
    }
    act(frame, "/api/log", { run: run.run, changed: [picked] }, place,
      () => again(frame, t("trial.run_kept", { day: day(run.start) })));
  } },
  h("fieldset", {}, h("legend", {}, t("trial.how_was_it")), arms, row,
    h("p", {}, h("label", { for: ownId }, t("trial.else_what")), h("br"), own)),
  place,
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("runs.save"))));
}

function dayRow(frame, value, run, open) {
  return h("li", { class: run.onset ? "run" : "run unsaid" },
    h("div", { class: "run-head" }, h("h3", {}, day(run.start)),
      run.duration_s !== undefined && h("p", { class: "quiet" }, minutes(run.duration_s / 60))),
    h("p", { class: "numbness" }, t("trial.run_with", { what: runWith(run) }), " ", t(`trial.by.${run.by}`)),
    h("p", { class: "numbness" }, run.onset ? onsetText(run) : t("runs.not_said"), " ",
      run.onset && !run.counted && t("trial.not_counted")),
    open && h("details", {},
      h("summary", {}, t("trial.otherwise"),
        h("span", { class: "visually-hidden" }, ` ${day(run.start)}`)),
      otherwise(frame, value, run)));
}

/** The runs of the trial as a drawing, once it is said of one whether it went numb; the rest does not wait for it. */
function drawnRuns(frame, value) {
  if (!value.days.some((run) => run.onset)) return undefined;
  const place = h("div", { class: "all-drawn" });
  const runs = new Map(value.days.filter((run) => run.onset).map((run) => [run.run, run]));
  allDrawn(frame, "/api/trial/chart", runs).then((drawing) => place.replaceChildren(drawing));
  return place;
}

function daysSection(frame, value, open) {
  const unsaid = value.days.filter((run) => !run.onset).length;
  const rows = value.days.map((run) => dayRow(frame, value, run, open)).reverse();
  const earlier = rows.slice(AT_ONCE);
  return h("section", {},
    h("h2", {}, t("trial.days")),
    h("p", {}, value.days.length === 0 ? t("trial.no_days") : t("trial.numb_in",
      { n: value.days.length, said: value.runs, numb: value.numb })),
    value.coming > 0 && h("p", {}, t("trial.coming_in", { n: value.coming })),
    unsaid > 0 && h("p", {}, h("a", { href: "#/runs" }, t("start.go_runs"))),
    drawnRuns(frame, value),
    h("ol", { class: "runs" }, rows.slice(0, AT_ONCE)),
    earlier.length > 0 && h("details", {},
      h("summary", {}, t("trial.earlier", { n: earlier.length })),
      h("ol", { class: "runs" }, earlier)));
}

function endSection(frame) {
  const id = freshId("because");
  const because = h("input", { type: "text", id, autocomplete: "off", maxlength: "200" });
  const place = h("div");
  return h("details", {},
    h("summary", {}, t("trial.end")),
    h("form", { onsubmit: (event) => {
      event.preventDefault();
      const words = because.value.trim();
      act(frame, "/api/trial/end", words ? { because: words } : {}, place,
        () => again(frame, t("trial.ended")));
    } },
    h("p", {}, t("trial.end_how")),
    h("p", {}, h("label", { for: id }, t("trial.because")), h("br"), because),
    place,
    h("p", { class: "actions" }, h("button", { type: "submit" }, t("trial.end_now")))));
}

function standing(frame, value) {
  return [
    value.comes_sooner && h("p", { class: "box alarm", role: "alert" }, t("trial.comes_sooner")),
    nextSection(frame, value),
    rulesSection(value.rules),
    changesSection(value),
    daysSection(frame, value, true),
    endSection(frame)];
}

function lastTrial(frame, value) {
  const why = value.ended_why && value.ended_by === "runner" ? ` ${value.ended_why}` : "";
  return [
    h("section", {},
      h("h2", {}, t("trial.last")),
      h("p", {}, t(`trial.ended_by.${value.ended_by}`, { from: date(value.started),
        to: date(value.ended) }), why)),
    changesSection(value),
    daysSection(frame, value, false)];
}

/** While a red flag is up there is no next run; what the runs showed stays. */
function stopped(frame, value) {
  return [refusal(value), changesSection(value), daysSection(frame, value, false), endSection(frame)].flat();
}

/** Red flags come first; where they need a doctor within days, none is started. */
async function noTrial(frame, value) {
  const why = await frame.ask("/api/why", () => trial(frame));
  return why && [triageBox(why.triage), value && lastTrial(frame, value),
    !mustBeSeen(why.triage) && startSection(frame, why)].flat();
}

/** Whether it is shown: not when another view was opened meanwhile. */
export async function trial(frame) {
  const { status, value } = await frame.request("GET", "/api/trial");
  if (status !== 200) {
    return frame.show(h("h1", {}, t("trouble.title")), errorBox(value.error, () => trial(frame)));
  }
  const goes = value.ended_by === "goes_on" && !value.refused;
  const lead = goes ? t("trial.lead_on", { names: value.changes.map((change) => change.name).join(", "),
    since: date(value.started) }) : t("trial.lead");
  const body = value.refused ? stopped(frame, value)
    : goes ? standing(frame, value) : await noTrial(frame, value.trial === null ? undefined : value);
  if (!body) return false;
  return frame.show(...[h("h1", {}, t("trial.title")), h("p", { class: "lead" }, lead), ...body.flat(),
    h("p", { class: "quiet" }, t("not_a_diagnosis"))].filter((node) => node));
}
