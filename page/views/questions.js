// Questions: safety first, then one at a time or short lines together; every answer is kept at once.

import { h, freshId } from "../dom.js";
import { t, day, sentence } from "../format.js";
import { note, recall } from "../memory.js";
import { FootMap, footMapParts } from "./foot_map.js";
import { choice, contradictionBox, drawing, errorBox, isGraver, linkButton, openLater, triageBox } from "./parts.js";

const SKIPPED = "skipped"; // ids skipped since the page was opened, over reloads
const MARKS = ["yes", "not_sure", "no"];

function skippedIds() {
  return recall(SKIPPED) ?? [];
}

function noteAnswers(answers) {
  const skipped = new Set(skippedIds());
  for (const answer of answers) {
    if (answer.state === "skipped") skipped.add(answer.id);
    else skipped.delete(answer.id);
  }
  note(SKIPPED, [...skipped]);
}

const said = (id, value) => ({ id, state: "said", value });
const notSure = (id) => ({ id, state: "not_sure" });
const skip = (id) => ({ id, state: "skipped" });

/** The answer to one line of the checklist. */
function markAnswer(id, mark) {
  if (mark === "not_sure") return notSure(id);
  return mark ? said(id, mark) : skip(id);
}

function button(text, onclick, quiet) {
  return h("button", { type: "button", class: quiet ? "quiet-button" : undefined, onclick }, text);
}

/** One interview on the page. */
class Interview {
  constructor(frame) {
    this.frame = frame;
    this.past = []; // {step, answers} of this visit, for "back"
    this.again = undefined; // the step that is changed, when one is
  }

  async open() {
    const why = await this.frame.ask("/api/why", () => this.open());
    if (!why) return;
    this.triage = why.triage;
    this.contradictions = why.contradictions;
    const { id } = this.frame; // "#/questions/onset_time" asks this one first
    await (id !== undefined && !this.stopped() ? this.change(id) : this.next());
  }

  /** With help to be got now, nothing more is asked. */
  stopped() {
    return this.triage.level === "emergency" && this.triage.flags.length > 0;
  }

  /** Goes on to the next step; `known`: it came with the answer. */
  async next(known) {
    this.again = undefined;
    if (this.stopped() || known) {
      this.draw(this.stopped() ? { step: "emergency" } : known);
      return;
    }
    const skipped = skippedIds();
    const path = skipped.length > 0 ? `/api/question?skip=${skipped.join(",")}` : "/api/question";
    const { status, value } = await this.frame.request("GET", path);
    if (status === 200) this.draw(value);
    else this.drawTrouble(value.error);
  }

  /** The next question does not come: what the last answer raised is said all the same. */
  drawTrouble(error) {
    this.trouble = h("div", {}, errorBox(error, () => this.next()));
    this.frame.show(h("h1", {}, t("questions.title")), ...this.safety(), this.trouble);
  }

  /** Keeps answers, then goes on; what was chosen stays on the screen when that fails. */
  async keep(answers) {
    const { status, value } = await this.frame.request("POST", "/api/answers", { answers, skip: skippedIds() });
    if (status !== 200) {
      this.trouble.replaceChildren(errorBox(value.error, () => this.keep(answers)));
      return;
    }
    noteAnswers(answers);
    this.past.push({ step: this.step, answers });
    const news = isGraver(value.triage, this.triage) || value.contradictions.length > this.contradictions.length;
    this.triage = value.triage;
    this.contradictions = value.contradictions;
    await this.next(value.next);
    this.focus(news);
  }

  back() {
    const { step, answers } = this.past.pop();
    this.draw(step, answers);
    this.focus(false);
  }

  /** Asks one question again; `before` is what was said to it, where that is known. */
  async change(id, before) {
    const { status, value } = await this.frame.request("GET", `/api/question?again=${id}`);
    if (status === 200) {
      this.draw(value, before ? [before] : []);
      this.focus(false);
    } else {
      this.drawTrouble(value.error);
    }
  }

  focus(toFlags) {
    const where = document.querySelector(toFlags ? ".alarm, .box" : "#question");
    where?.scrollIntoView({ block: "nearest" });
    where?.focus();
  }

  /** What stands above every question. */
  safety() {
    return [triageBox(this.triage, (id) => h("p", {}, button(t("questions.change"), () => this.change(id), true))),
      contradictionBox(this.contradictions, (id) =>
        h("p", {}, button(t("contradictions.change", { id }), () => this.change(id), true)))].filter((box) => box);
  }

  draw(step, answers = []) {
    this.step = step;
    this.trouble = h("div");
    const given = new Map(answers.map((answer) =>
      [answer.id, answer.state === "said" ? answer.value : answer.state]));
    this.frame.show(h("h1", {}, t("questions.title")), ...this.safety(),
      steps[step.step](this, step, given), this.trouble,
      h("p", { class: "foot" },
        this.past.length > 0 && button(t("questions.back"), () => this.back(), true),
        h("span", { class: "quiet" }, t("questions.kept"))),
      saidSoFar(this));
  }
}

function heading(text) {
  return h("h2", { id: "question", tabindex: "-1" }, text);
}

/** What is marked on a line: one of its own answers, below each other, or yes, not sure and no. */
function lineChoice(line, chosen, onchange) {
  if (!line.options) {
    return choice(freshId("line"), MARKS, MARKS.map((mark) => t(`mark.${mark}`)), chosen, onchange);
  }
  const row = choice(freshId("line"), [...line.options.map((option) => option.id), "not_sure"],
    [...line.options.map((option) => sentence(option.text)), t("mark.not_sure")], chosen, onchange);
  row.classList.add("below");
  return row;
}

/** Lines with a mark each, and one press for all that have none. `texts` names its words. */
function markedLines(interview, lines, given, texts) {
  const marks = new Map(lines.map((line) => [line.id, given.get(line.id)]));
  const answers = (rest) => lines.map((line) => markAnswer(line.id, marks.get(line.id) ?? rest));
  const go = button("", () => interview.keep(answers(texts.rest)));
  const later = button(t(texts.skip), () => interview.keep(answers(undefined)), true);
  const label = () => {
    const open = [...marks.values()].filter((mark) => mark === undefined).length;
    go.textContent = t(open === lines.length ? texts.none : open > 0 ? texts.others : "questions.next");
    later.hidden = open === 0;
  };
  label();
  return [
    lines.map((line) => h("fieldset", { class: "line" },
      h("legend", {}, line.text),
      line.why && h("p", { class: "quiet" }, line.why),
      lineChoice(line, marks.get(line.id), (event) => {
        marks.set(line.id, event.target.value);
        label();
      }))),
    h("p", { class: "actions" }, go, later)];
}

function checklistStep(interview, step, given) {
  const lines = step.flags.map((flag) => ({ id: flag.id, text: flag.ask, why: flag.why }));
  return h("section", { class: "card" },
    heading(t(`questions.checklist.${step.level}`)),
    h("p", {}, t("questions.checklist_how")),
    markedLines(interview, lines, given, { rest: "no", none: "questions.none_fits",
      others: "questions.no_to_rest", skip: "questions.skip_rest" }));
}

/** A page of short lines: without a mark a line is denied, or says nothing, as the page has it. */
function pageStep(interview, step, given) {
  const lines = step.lines.map((line) => ({ id: line.id, text: line.line,
    options: line.options }));
  const choices = lines.some((line) => line.options);
  const texts = step.unticked === "no"
    ? { rest: "no", none: "questions.none_fits", others: "questions.no_to_rest" }
    : { rest: "not_sure", none: "questions.none_told", others: "questions.rest_not_told" };
  return h("section", { class: "card" },
    heading(step.title),
    h("p", { class: "quiet" }, t("questions.because", { why: step.why })),
    h("p", {}, t(`questions.page_how.${choices ? "choices" : step.unticked}`)),
    markedLines(interview, lines, given, { ...texts, skip: "questions.skip_rest" }));
}

/** A whole number: the age, or the height where it is asked for. */
function numberStep(interview, step, given) {
  const word = step.step;
  const id = freshId(word);
  const input = h("input", { id, type: "number", inputmode: "numeric", min: step.least,
    max: step.most, required: true, value: given.get(step.id), autocomplete: "off" });
  const form = h("form", { class: "card", onsubmit: (event) => {
    event.preventDefault();
    interview.keep([said(step.id, input.value)]);
  } },
  heading(t(`questions.${word}`)),
  h("p", { class: "quiet" }, t("questions.because", { why: t(`questions.${word}_why`) })),
  h("p", {}, h("label", { for: id }, t(`questions.${word}_label`)), " ", input),
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("questions.next")),
    button(t("questions.rather_not"), () => interview.keep([notSure(step.id)]), true),
    button(t("questions.skip"), () => interview.keep([skip(step.id)]), true)));
  return form;
}

/** The feet are asked for when they are needed: their drawings are the largest answer there is. */
async function loadFeet(interview, place, done) {
  const parts = await footMapParts(interview.frame);
  if (parts.error) {
    place.replaceChildren(errorBox(parts.error, () => loadFeet(interview, place, done)));
    return;
  }
  const { drawn, last } = parts.map;
  const feet = new FootMap(parts, { marked: drawn, announce: interview.frame.announce,
    copies: last ? [{ label: t("foot_map.copy", { day: day(last.date) }), sites: last.sites }] : [] });
  place.replaceChildren(feet.node);
  done(feet);
}

function sitesStep(interview, step) {
  const place = h("div", {}, h("p", { class: "quiet" }, t("loading")));
  let feet;
  loadFeet(interview, place, (made) => { feet = made; });
  const form = h("form", { class: "card", onsubmit: (event) => {
    event.preventDefault();
    const sites = feet?.sites();
    if (sites) interview.keep([said(step.id, sites)]);
    else hint.hidden = false;
  } });
  const hint = h("p", { class: "box trouble", role: "alert", hidden: true }, t("questions.no_place"));
  form.append(
    heading(t("questions.sites")),
    h("p", { class: "quiet" }, t("questions.because", { why: t("questions.sites_why") })),
    place, hint,
    h("p", { class: "actions" }, h("button", { type: "submit" }, t("questions.next")),
      button(t("mark.not_sure"), () => interview.keep([notSure(step.id)]), true),
      button(t("questions.skip"), () => interview.keep([skip(step.id)]), true)));
  return form;
}

/** How it is found out; where it is a home test, with its drawing. */
async function howTo(frame, finding, help) {
  const { status, value } = await frame.request("GET", "/api/home-tests");
  const test = status === 200 && value.home_tests.find((one) => one.finding === finding);
  return [h("p", {}, help), test && [await drawing(frame, `/api/home-tests/${test.id}/picture`),
    h("p", {}, h("a", { href: `#/tests/${test.id}` }, t("questions.whole_test", { name: test.name })))]]
    .flat().filter((node) => node);
}

// ---- what was said so far ----

function saidLine(interview, answer) {
  const before = answer.state === "said" ? said(answer.finding, answer.answer) : notSure(answer.finding);
  return h("li", {}, h("span", {}, `${sentence(answer.name)}: `, h("strong", {},
    answer.state === "said" ? answer.text : t("mark.not_sure"))),
  button([t("questions.change_one"), h("span", { class: "visually-hidden" }, ` ${answer.name}`)],
    () => interview.change(answer.finding, before), true));
}

function signLine(interview, { triage }, flag) {
  const mark = triage.flags.some((one) => one.id === flag.id) ? "yes"
    : triage.unsure.some((one) => one.id === flag.id) ? "not_sure" : undefined;
  return h("li", {}, h("span", {}, flag.question, mark && [": ", h("strong", {}, t(`mark.${mark}`))]),
    button([t("questions.again_one"), h("span", { class: "visually-hidden" }, ` ${flag.question}`)],
      () => interview.change(flag.id), true));
}

/** Every answer that was given, each with a way to give it again; and every sign of the checklist. */
function saidSoFar(interview) {
  return openLater([t("questions.said")], async () => {
    const [{ status, value }, { value: names }] = await Promise.all([
      interview.frame.request("GET", "/api/visit"), interview.frame.request("GET", "/api/questions")]);
    const error = status === 200 ? names.error : value.error;
    if (error) return errorBox(error);
    const own = value.said.filter((answer) => answer.said_by === "runner" && answer.finding !== "sites");
    return [own.length > 0 ? h("ul", { class: "plain said" }, own.map((answer) => saidLine(interview, answer)))
      : h("p", { class: "quiet" }, t("questions.said_none")),
    h("p", { class: "actions" }, ["age_years", "height_cm", "sites"].map((id) =>
      button(t(`questions.again.${id}`), () => interview.change(id), true))),
    h("h3", {}, t("questions.signs")),
    h("ul", { class: "plain said" }, names.red_flags.map((flag) => signLine(interview, value, flag)))];
  });
}

function questionStep(interview, step, given) {
  const { finding, question, options, why, help } = step.question;
  const before = given.get(finding);
  // The interview's own words for "not sure" come last; "unsure" among the options is the same.
  const own = options.filter((option) => option.id !== "unsure");
  const chosen = (id) => ({ type: "button", class: "option",
    "aria-pressed": before === id ? "true" : undefined });
  return h("section", { class: "card" },
    heading(question),
    why && h("p", { class: "quiet" }, t("questions.because", { why })),
    help && openLater([t("questions.how")], () => howTo(interview.frame, finding, help)),
    h("div", { class: "options" },
      own.map((option) => h("button", { ...chosen(option.id),
        onclick: () => interview.keep([said(finding, option.id)]) },
      sentence(option.text))),
      h("button", { ...chosen("not_sure"), onclick: () => interview.keep([notSure(finding)]) },
        t("mark.not_sure"))),
    h("p", { class: "actions" },
      button(t("questions.skip"), () => interview.keep([skip(finding)]), true)));
}

function doneStep() {
  return h("section", { class: "card" },
    heading(t("questions.done")),
    h("p", {}, t("questions.done_how")),
    h("p", { class: "actions" }, linkButton("#/why", t("start.go_why"))));
}

function emergencyStep() {
  return h("section", { class: "card" },
    heading(t("questions.stopped")),
    h("p", {}, t("questions.stopped_how")));
}

const steps = {
  checklist: checklistStep,
  page: pageStep,
  age: numberStep,
  height: numberStep,
  sites: sitesStep,
  question: questionStep,
  done: doneStep,
  emergency: emergencyStep,
};

export async function questions(frame) {
  await new Interview(frame).open();
}
