// Your data: what is kept and where, a copy of it and the way back, everything as text, and forgetting it all.

import { h, freshId } from "../dom.js";
import { t, size } from "../format.js";
import { forgetAll } from "../memory.js";
import { tellOthers } from "../transport.js";
import * as back from "../bringing_back.js";
import * as importing from "../importing.js";
import { bringBackSection } from "./bring_back.js";
import { download, errorBox, holdings, linkButton } from "./parts.js";

/** The day on this computer, for the name of a file: "2026-06-01". */
function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A button that fetches a file of the core's and hands it on; what happened stands below it. */
function fileButton(frame, words, path, name) {
  const place = h("p", { class: "quiet" });
  const button = h("button", { type: "button", onclick: async () => {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    place.replaceChildren(t("data.making"));
    frame.announce(t("data.making"));
    const { status, value } = await frame.request("GET", path);
    button.removeAttribute("aria-disabled");
    if (status !== 200) {
      place.replaceChildren(errorBox(value.error));
      return;
    }
    download(name, value.type, value);
    place.replaceChildren(t("data.made", { name, size: size(value.size) }));
    frame.announce(t("data.made", { name, size: size(value.size) }));
  } }, words);
  return [h("p", { class: "actions" }, button), place];
}

const copyButton = (frame) => fileButton(frame, t("data.copy_save"), "/api/copy", `footfall-${today()}.footfall`);

function whereBox(data) {
  return h("section", { class: "box" },
    h("h2", {}, t("data.where")),
    h("p", {}, h("code", { class: "path" }, data.journal), ` (${size(data.bytes)})`),
    holdings(data),
    data.old_copies.length > 0 && h("p", {}, t("data.old"), " ",
      data.old_copies.map((path) => h("code", { class: "path" }, path))));
}

function copySection(frame, program) {
  return h("section", {},
    h("h2", {}, t("data.copy")),
    h("p", {}, t("data.copy_what")),
    copyButton(frame),
    h("p", { class: "quiet" }, t("data.copy_open")),
    h("pre", { tabindex: "0" }, h("code", {}, `${program} --journal COPY.footfall open`)));
}

function exportSection(frame, program) {
  return h("section", {},
    h("h2", {}, t("data.export")),
    h("p", {}, t("data.export_what")),
    fileButton(frame, t("data.export_save"), "/api/export", "footfall.json"),
    h("p", { class: "quiet" }, t("data.export_tables")),
    h("pre", { tabindex: "0" }, h("code", {}, `${program} export FOLDER`)));
}

// ---- forgetting ----

function forgotten(frame, value) {
  forgetAll();
  importing.forget();
  back.dismiss();
  tellOthers("forgotten");
  const title = h("h1", { tabindex: "-1" }, t("data.forgotten"));
  frame.show(title,
    h("p", { class: "lead" }, t("data.forgotten_what")),
    holdings(value.forgotten),
    h("p", {}, t("data.stays")),
    h("p", {}, linkButton("#/start", t("data.to_start"))));
  title.focus();
  frame.announce(t("data.forgotten"));
}

/** The second question: the words, typed by hand. */
function forgetForm(frame, data, done) {
  const id = freshId("words");
  const place = h("div");
  const input = h("input", { id, type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    maxlength: 60 });
  let asked = false; // a second press while the first is under way
  const send = async (event) => {
    event?.preventDefault();
    if (asked) return;
    if (input.value.trim().toLowerCase() !== t("data.forget_words").toLowerCase()) {
      place.replaceChildren(h("p", { class: "box trouble", role: "alert" },
        t("data.forget_wrong", { words: t("data.forget_words") })));
      input.focus();
      return;
    }
    asked = true;
    const { status, value } = await frame.request("POST", "/api/forget", { words: "forget everything" });
    asked = false;
    if (status === 200) forgotten(frame, value);
    else place.replaceChildren(errorBox(value.error, () => send()));
  };
  const title = h("h3", { tabindex: "-1" }, t("data.forget_sure"));
  const form = h("form", { class: "card", onsubmit: send },
    title,
    h("p", {}, t("data.forget_gone")), holdings(data),
    h("p", {}, t("data.stays")),
    h("p", {}, t("data.forget_first")),
    copyButton(frame),
    data.plans > 0 && h("p", {}, t("data.forget_calendar"), " ", h("a", { href: "#/plan" }, t("data.to_plan"))),
    h("p", {}, h("label", { for: id }, t("data.forget_type"), " ",
      h("strong", {}, t("data.forget_words"))), " ", input),
    place,
    h("p", { class: "actions" },
      h("button", { type: "submit", class: "danger" }, t("data.forget_do")),
      h("button", { type: "button", class: "quiet-button", onclick: done }, t("data.forget_not"))));
  return { form, title };
}

function forgetSection(frame, data) {
  const place = h("div");
  const begin = h("button", { type: "button", class: "quiet-button", onclick: () => {
    const { form, title } = forgetForm(frame, data, () => {
      place.replaceChildren(first);
      begin.focus();
    });
    place.replaceChildren(form);
    title.focus();
  } }, t("data.forget_begin"));
  const first = h("p", { class: "actions" }, begin);
  place.append(first);
  return h("section", {},
    h("h2", {}, t("data.forget")),
    h("p", {}, t("data.forget_what")),
    place);
}

export async function dataView(frame) {
  const retry = () => dataView(frame);
  const about = await frame.ask("/api", retry);
  const data = about && await frame.ask("/api/data", retry);
  if (!data) return;
  frame.show(
    h("h1", {}, t("data.title")),
    h("p", { class: "lead" }, t("data.lead")),
    whereBox(data),
    copySection(frame, about.program),
    bringBackSection(frame, data, retry),
    exportSection(frame, about.program),
    forgetSection(frame, data));
}
