// The frame: which view is shown, and what is said when it changes.

import { addressed, askOrTake, forgetAhead, lookAhead } from "./ahead.js";
import { h } from "./dom.js";
import { t } from "./format.js";
import { translated } from "./core_words.js";
import { LANGUAGES, chosen, remember, speak, spoken, wordsFor } from "./language.js";
import { forgetAll } from "./memory.js";
import { isSample, met, onOthers, onSilence, request as requestOfCore, tellOthers, turnToSample } from "./transport.js";
import { answered, isUnkept, letGo, watchTyping } from "./typed.js";
import { takeDrops } from "./views/import.js";
import { errorBox, triageBox } from "./views/parts.js";

/** The views in the order of the way through. Each is loaded when it is opened, the others once the first stands there. */
const views = {
  start: async () => (await import("./views/start.js")).start,
  where: async () => (await import("./views/where.js")).where,
  questions: async () => (await import("./views/questions.js")).questions,
  why: async () => (await import("./views/why.js")).why,
  todo: async () => (await import("./views/todo.js")).todo,
  habits: async () => (await import("./views/habits.js")).habits,
  lace: async () => (await import("./views/lace.js")).laceView,
  shoes: async () => (await import("./views/shoes.js")).shoes,
  step: async () => (await import("./views/step.js")).step,
  plan: async () => (await import("./views/plan.js")).planView,
  routines: async () => (await import("./views/routines.js")).routines,
  pad: async () => (await import("./views/pad.js")).pad,
  tests: async () => (await import("./views/tests.js")).tests,
  visit: async () => (await import("./views/visit.js")).visit,
  runs: async () => (await import("./views/runs.js")).runs,
  patterns: async () => (await import("./views/patterns.js")).patterns,
  trial: async () => (await import("./views/trial.js")).trial,
  data: async () => (await import("./views/data.js")).dataView,
};
/** Views that are part of another: a telephone has no room for six names in a row. */
const PARTS = { patterns: "runs", habits: "todo", lace: "todo", shoes: "todo", step: "todo", plan: "todo",
  routines: "todo", pad: "todo", tests: "todo", visit: "todo", data: null };

let known; // the ids of the red flags that this tab was told of last

/** Remembers the red flags of an answer; gives whether there is one that was not known. */
function learn({ triage }) {
  const before = known;
  known = new Set(triage.flags.map((flag) => flag.id));
  return before !== undefined && [...known].some((id) => !before.has(id));
}

/** Asks the core, and gives its words in the page's language. */
async function request(method, path, body) {
  const [{ status, value }] = await Promise.all([askOrTake(method, path, body), wordsFor(path)]);
  if (status !== 200) await wordsFor("error");
  answered(status === 200);
  const isNews = status === 200 && value.triage && learn(value);
  if (status === 200 && method === "POST") tellOthers("answers");
  const told = translated(value);
  if (isNews && path === "/api/log" && addressed().name !== "where") sayFlags(told); // a mark can be a sign
  return { status, value: told };
}

/** A new red flag is said on whatever screen is open. */
function sayFlags({ triage }, more) {
  const box = h("div", { role: "alert" }, triageBox(triage), more);
  document.getElementById("news").replaceChildren(box);
  box.firstElementChild.focus();
  box.scrollIntoView({ block: "nearest" });
}

/** What came up in another window, or by the command line. */
async function lookForFlags() {
  const { status, value } = await requestOfCore("GET", "/api/safety");
  if (status === 200 && learn(value)) sayFlags(translated(value), h("p", { class: "quiet" }, t("news.flags")));
}

function heardOfOthers(what) {
  if (what === "forgotten") {
    forgetAll();
    location.reload();
  } else if (!document.hidden) { // else it is looked for when it is seen again
    lookForFlags();
  }
}

const content = document.getElementById("content");
let here; // the address whose view stands there
let turn = 0; // counts visits, so that a slow answer does not overwrite a later view

function announce(text) {
  document.getElementById("status").textContent = text;
}

/** The languages there are, each by its own name. */
function languageButtons() {
  return h("span", { class: "languages", role: "group", "aria-label": t("language") },
    Object.entries(LANGUAGES).map(([code, name]) => h("button", { type: "button", class: "quiet-button", lang: code,
      "aria-pressed": String(code === spoken.code), onclick: () => changeTo(code) }, name)));
}

/** What every screen ends with. */
function drawFooter(name) {
  document.getElementById("foot").replaceChildren(
    h("a", { href: "#/data", "aria-current": name === "data" && "page" }, t("nav.data")), " ",
    h("span", {}, t("foot.local")), languageButtons());
}

function drawNav(name, id) {
  const current = (one) => (one === name && id === undefined ? "page" : one === (PARTS[name] ?? name));
  const link = (one) => h("a", { href: `#/${one}`, "aria-current": current(one) && String(current(one)) },
    t(`nav.${one}`));
  const nav = document.getElementById("nav");
  nav.setAttribute("aria-label", t("nav"));
  nav.replaceChildren(...Object.keys(views).filter((one) => !(one in PARTS)).map(link));
}

/** What a view may use. `id` is what stands behind its name in the address: "40" of "#/runs/40". */
function frame(own, id) {
  return {
    id,
    request,
    announce,
    /** Shows nodes, unless another view was opened meanwhile. */
    show(...nodes) {
      if (own === turn) content.replaceChildren(...nodes);
      return own === turn;
    },
    /** Asks; on trouble shows it with a way to try again, and gives undefined. */
    async ask(path, retry) {
      const { status, value } = await request("GET", path);
      if (status === 200) return value;
      this.show(h("h1", {}, t("trouble.title")), errorBox(value.error, retry));
      return undefined;
    },
  };
}

/** Shows a view; a file of the page that does not come is trouble on the way, as an answer that does not come is. */
async function shown(name, own) {
  let view;
  try {
    view = await views[name]();
  } catch {
    own.show(h("h1", {}, t("trouble.title")), errorBox({ code: "no_answer" }, () => shown(name, own)));
    return;
  }
  try {
    await view(own);
  } catch (error) { // an answer that the view did not reckon with: never a screen that just stands still
    own.show(h("h1", {}, t("trouble.title")), errorBox({ code: "broken_answer" }, () => shown(name, own)));
    console.error(error);
  }
}

/** Loads views before they are asked for; one that does not come now is asked for again when it is opened. */
function loadAhead(names) {
  names.filter((name) => Object.hasOwn(views, name)).forEach((name) => views[name]().catch(() => {}));
}

async function open(byRunner) {
  const { name, id } = addressed();
  if (!Object.hasOwn(views, name)) {
    location.hash = "#/start";
    return;
  }
  here = location.hash;
  turn += 1;
  const own = turn;
  if (byRunner) document.getElementById("news").replaceChildren(); // each screen says itself what is to be seen first
  document.getElementById("skip").textContent = t("skip");
  drawNav(name, id);
  drawSample();
  drawFooter(name);
  document.title = `${isSample() ? `${t("sample.short")}: ` : ""}${t(`nav.${name}`)} - footfall`;
  const waiting = setTimeout(() => {
    if (own === turn) content.replaceChildren(h("p", { class: "quiet" }, t("loading")));
  }, 150);
  await shown(name, frame(own, id));
  clearTimeout(waiting);
  if (own === turn && byRunner) {
    window.scrollTo(0, 0);
    const heading = content.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }
}

/** On every screen of the made-up runner: that it is one, and the way back. */
function drawSample() {
  if (!isSample()) return;
  document.querySelector(".sample")?.remove();
  document.querySelector(".top").append(h("div", { class: "sample" },
    h("p", {}, h("strong", {}, t("sample.title")), " ", h("span", {}, t("sample.about"))),
    h("button", { type: "button", onclick: () => turnToSample(false) }, t("sample.leave"))));
}

/**
 * What is typed and not kept would be lost with the screen: that is asked first.
 * @param {Element} place where it is asked
 * @param {string} words key of the text of the button that goes on
 */
function askBefore(place, words, goOn, stay) {
  const answer = (then) => () => { question.remove(); then(); };
  const question = h("div", { class: "box notice unkept", role: "alert" },
    h("p", {}, t("unkept")),
    h("p", { class: "actions" },
      h("button", { type: "button", onclick: answer(goOn) }, t(words)),
      h("button", { type: "button", class: "quiet-button", onclick: answer(stay) }, t("unkept.stay"))));
  document.querySelector(".unkept")?.remove();
  place.append(question);
  question.scrollIntoView({ block: "nearest" });
  question.querySelector("button").focus();
}

/** Asks before another screen takes the place of this one. */
function askToLeave(hash) {
  const held = document.activeElement;
  askBefore(document.getElementById("news"), "unkept.leave", () => {
    letGo();
    location.hash = hash;
  }, () => held.focus());
}

/** A link is held up before the address changes. */
function holdLink(event) {
  const hash = event.target.closest("a[href^='#/']")?.hash;
  if (hash === undefined || hash === here || event.ctrlKey || event.metaKey || event.shiftKey || !isUnkept()) return;
  event.preventDefault();
  askToLeave(hash);
}

/** The address is another one: by a link, by hand, or by the browser's way back, which is taken back to ask first. */
function turnTo() {
  const { hash } = location;
  if (hash === here || !isUnkept()) {
    if (hash !== here) open(true);
    return;
  }
  history.pushState(null, "", here);
  askToLeave(hash);
}

function changeTo(code) {
  if (code === spoken.code) return undefined;
  if (!isUnkept()) return changeNow(code);
  return askBefore(document.getElementById("foot"), "language.all_the_same", () => changeNow(code),
    () => document.querySelector(`#foot [lang=${code}]`).focus());
}

/** Speaks another language from now on, and remembers that. */
async function changeNow(code) {
  const trouble = (error, retry) => document.getElementById("foot").append(errorBox(error, retry));
  try {
    await speak(code);
  } catch { // its files did not come
    trouble({ code: "no_answer" }, () => changeNow(code));
    return;
  }
  const error = await remember(requestOfCore, code);
  await open(false);
  document.querySelector(`#foot [lang=${code}]`).focus();
  announce(t("language.now"));
  if (error) trouble(error);
}

/** Above whatever stands on the screen, which stays as it is: that nobody answers, and what to do. */
function showSilence(silent, command) {
  const place = document.getElementById("silence");
  place.replaceChildren(...(silent ? [h("div", { class: "box trouble" },
    h("p", {}, h("strong", {}, t("silence.title")), " ", t("silence.kept")),
    h("p", {}, t("silence.again")),
    h("pre", { tabindex: "0" }, h("code", {}, command)),
    h("p", {}, t("silence.goes_on")))] : []));
  if (!silent) announce(t("silence.over"));
}

async function begin() {
  onSilence(showSilence);
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault(); // the hash is the view's
    content.focus();
  });
  loadAhead([addressed().name]);
  watchTyping(content);
  const [code] = await Promise.all([chosen(lookAhead), met()]);
  await speak(code);
  takeDrops(() => { if (!isUnkept()) location.hash = "#/start"; });
  window.addEventListener("hashchange", turnTo);
  document.addEventListener("click", holdLink);
  await open(false);
  forgetAhead();
  const icon = document.querySelector("link[rel=icon]"); // to draw it takes a browser as long as a screen
  icon.href = icon.dataset.later;
  (window.requestIdleCallback ?? setTimeout)(() => loadAhead(Object.keys(views)));
  if (known === undefined) await lookForFlags();
  onOthers(heardOfOthers);
  document.addEventListener("visibilitychange", () => !document.hidden && lookForFlags());
}

begin();
