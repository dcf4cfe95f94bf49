// For your doctor: one note of what was said, measured, guessed and not asked.

import { h } from "../dom.js";
import { t } from "../format.js";
import { blocksOf, takeDocument } from "./document.js";
import { linkButton } from "./parts.js";

export async function visit(frame) {
  const value = await frame.ask("/api/visit", () => visit(frame));
  if (!value) return;
  frame.show(
    h("h1", {}, value.document.title),
    h("p", { class: "lead no-print" }, t("visit.lead")),
    takeDocument("footfall-note.html", value.html),
    h("article", { class: "document" }, blocksOf(value.document.blocks)),
    h("p", { class: "no-print" }, linkButton("#/todo", t("todo.back"), true)));
}
