// For your doctor: one note of what was said, measured, guessed and not asked.

import { translatedFile } from "../core_words.js";
import { h, freshId } from "../dom.js";
import { t, day } from "../format.js";
import { blocksOf, takeDocument } from "./document.js";
import { errorBox, linkButton } from "./parts.js";

const TOLD = ["medicines", "question", "name"];

function toldField(name, value) {
  const id = freshId(name);
  const field = h(name === "name" ? "input" : "textarea", { id, name, maxlength: 500, ...(name === "name" ? { type: "text" } : { rows: 2 }) });
  field.value = value[name] ?? "";
  return h("p", {}, h("label", { for: id }, t(`visit.${name}`)), h("br"), field,
    name === "medicines" && value.medicines_told && h("span", { class: "quiet" },
      " ", t("visit.told_on", { day: day(`${value.medicines_told}T00:00:00Z`) })));
}

/** What stands on the note as the runner tells it: kept, changed, or taken back by emptying the field. */
function tellForm(frame, value) {
  const place = h("div");
  const form = h("form", { class: "card no-print", onsubmit: async (event) => {
    event.preventDefault();
    await save();
  } },
  h("h2", {}, t("visit.tell")), h("p", { class: "quiet" }, t("visit.tell_how")),
  TOLD.map((name) => toldField(name, value)),
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("visit.keep"))), place);
  const save = async () => {
    const changed = TOLD.filter((name) => form.elements[name].value.trim() !== (value[name] ?? ""));
    const body = Object.fromEntries(changed.map((name) =>
      [name, form.elements[name].value.replace(/\s+/g, " ").trim()]));
    const { status, value: now } = await frame.request("POST", "/api/visit", body);
    if (status !== 200) return place.replaceChildren(errorBox(now.error, save));
    showNote(frame, now);
    frame.announce(t("visit.kept"));
    return document.querySelector("form.card button[type=submit]").focus();
  };
  return form;
}

function showNote(frame, value) {
  frame.show(
    h("h1", {}, value.document.title),
    h("p", { class: "lead no-print" }, t("visit.lead")),
    takeDocument("footfall-note.html", translatedFile(value.html)),
    tellForm(frame, value),
    h("article", { class: "document" }, blocksOf(value.document.blocks)),
    h("p", { class: "no-print" }, linkButton("#/todo", t("todo.back"), true)));
}

export async function visit(frame) {
  const value = await frame.ask("/api/visit", () => visit(frame));
  if (value) showNote(frame, value);
}
