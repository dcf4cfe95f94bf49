// Home tests: how each is done, and what its result means.

import { h, freshId } from "../dom.js";
import { t, has, number, plain, sentence } from "../format.js";
import { drawing, errorBox, linkButton, refusal, sourceList, sourceTitles, triageBox } from "./parts.js";

/** The unit of a reading, as it is shown. */
function unitName(unit) {
  return has(`tests.unit.${unit}`) ? t(`tests.unit.${unit}`) : unit;
}

/** What was kept of a result, and what to do with it. */
function resultBox(value) {
  return [triageBox(value.triage),
    h("section", { class: "box calm", role: "status" },
      h("p", {}, h("strong", {}, sentence(plain(value.says)))),
      value.do && h("p", { class: "do" }, plain(value.do)),
      h("p", { class: "quiet" }, !value.kept ? value.not_kept : t(value.answers ? "tests.kept" : "tests.kept_read")))];
}

function numberField(name, measure) {
  const id = freshId(name);
  return h("p", {}, h("label", { for: id }, t(`side.${name}`)), " ",
    h("input", { id, name, type: "number", step: "any", inputmode: "decimal",
      min: measure.low, max: measure.high }), ` ${unitName(measure.unit)}`);
}

/** Both readings, as the core reads them. */
function readings(form) {
  const unit = form.elements.unit?.value ?? form.dataset.unit;
  return Object.fromEntries(["left", "right"].map((side) => [side, form.elements[side].value])
    .filter(([, text]) => text !== "").map(([side, text]) => [side, `${text} ${unit}`]));
}

function measureForm(measures, send) {
  const [first] = measures;
  const hint = h("p", { class: "box trouble", role: "alert", hidden: true }, t("tests.no_reading"));
  const unitId = freshId("unit");
  const form = h("form", { class: "card", "data-unit": first.unit, onsubmit: (event) => {
    event.preventDefault();
    const body = readings(form);
    hint.hidden = Object.keys(body).length > 0;
    if (hint.hidden) send(body);
  } },
  h("h2", {}, t("tests.measured")),
  h("p", { class: "quiet" }, t("tests.error", { error: number(first.error), unit: unitName(first.unit) })),
  measures.length > 1 && h("p", {}, h("label", { for: unitId }, t("tests.unit")), " ",
    h("select", { id: unitId, name: "unit" }, measures.map((one) => h("option", { value: one.unit }, unitName(one.unit))))),
  ["left", "right"].map((side) => numberField(side, measures.length > 1
    ? { unit: "", low: Math.min(...measures.map((one) => one.low)), high: Math.max(...measures.map((one) => one.high)) }
    : first)),
  hint,
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("tests.say"))));
  return form;
}

/** "Yes: a stiff ankle or calf." */
function resultWords({ result, means }) {
  const key = ["mark", "tests.came"].map((of) => `${of}.${result}`).find(has);
  const word = key ? t(key) : sentence(result);
  return means ? `${word}: ${plain(means)}` : word;
}

function choiceForm(results, send) {
  const press = (result) => () => send({ result });
  return h("section", { class: "card" }, h("h2", {}, t("tests.result")),
    h("div", { class: "options" },
      results.map((one) => h("button", { type: "button", class: "option", onclick: press(one.result) },
        resultWords(one))),
      h("button", { type: "button", class: "option", onclick: press("unsure") }, t("mark.not_sure"))));
}

async function one(frame) {
  const path = `/api/home-tests/${frame.id}`;
  const value = await frame.ask(path, () => one(frame));
  if (!value) return;
  const back = h("p", {}, linkButton("#/tests", t("tests.all"), true));
  if (value.refused) {
    frame.show(...[h("h1", {}, t("nav.tests")), refusal(value), back].flat().filter((node) => node));
    return;
  }
  const sources = await sourceTitles(frame);
  const picture = await drawing(frame, `/api/home-tests/${frame.id}/picture`);
  const place = h("div");
  const send = async (body) => {
    const { status, value: said } = await frame.request("POST", `/api/home-tests/${frame.id}`, body);
    place.replaceChildren(...(status === 200 ? resultBox(said) : [errorBox(said.error, () => send(body))])
      .filter((node) => node));
    place.scrollIntoView({ block: "nearest" });
  };
  const fact = (word, text) => text && [h("dt", {}, t(`tests.${word}`)), h("dd", {}, plain(text))];
  frame.show(...[
    h("h1", {}, value.name),
    triageBox(value.triage),
    h("p", { class: "lead" }, plain(value.why)),
    h("dl", {}, fact("needs", value.needs)),
    h("div", { class: "box notice" }, h("dl", {}, fact("not_for", value.not_for), fact("stop", value.stop))),
    picture,
    h("ol", {}, value.steps.map((step) => h("li", {}, plain(step)))),
    h("dl", {}, fact("counts", value.counts), fact("reliable", value.reliable)),
    value.measures.length > 0 && measureForm(value.measures, send),
    choiceForm(value.results, send), place,
    sourceList(value, sources),
    back,
  ].filter((node) => node));
}

async function all(frame) {
  const value = await frame.ask("/api/home-tests", () => all(frame));
  if (!value) return;
  frame.show(...[
    h("h1", {}, t("nav.tests")),
    triageBox(value.triage),
    h("p", { class: "lead" }, t("tests.lead")),
    h("ul", { class: "plain" }, value.home_tests.map((test) => h("li", {},
      h("p", {}, test.waits ? test.name : h("a", { href: `#/tests/${test.id}` }, test.name),
        test.answer && h("span", { class: "tag" }, t("tests.answered"))),
      test.waits && h("p", {}, t("tests.waits")),
      h("p", { class: "quiet" }, t("tests.with", { needs: test.needs }))))),
    h("p", {}, linkButton("#/todo", t("todo.back"), true)),
  ].filter((node) => node));
}

export async function tests(frame) {
  await (frame.id ? one(frame) : all(frame));
}
