// Your data: what is kept and where, a copy of it and the way back, everything as text, and forgetting it all.

import { h, freshId } from "../dom.js";
import { t, size } from "../format.js";
import { forgetAll } from "../memory.js";
import { request } from "../sending.js";
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

/**
 * A button that fetches a file of the core's and hands it on; what happens stands below it.
 * @param {object} frame
 * @param {string} words
 * @param {string} name of the file
 * @param {(place: Element) => Promise<{file?: Blob, error?: object, words?: string}>} fetchFile what is to be said in the
 *   place of a file: words
 */
function fileButton(frame, words, name, fetchFile) {
  const place = h("div", { class: "quiet" });
  const say = (text) => {
    place.replaceChildren(h("p", {}, text));
    frame.announce(text);
  };
  const button = h("button", { type: "button", onclick: async () => {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    say(t("data.making"));
    const { file, error, words: instead } = await fetchFile(place);
    button.removeAttribute("aria-disabled");
    if (error) {
      place.replaceChildren(errorBox(error));
    } else if (file) {
      download(name, file.type, file);
      say(t("data.made", { name, size: size(file.size) }));
    } else {
      say(instead);
    }
    if (document.activeElement === document.body && button.isConnected) button.focus(); // it was on what is gone
  } }, words);
  return [h("p", { class: "actions" }, button), place];
}

function copyButton(frame) {
  return fileButton(frame, t("data.copy_save"), `footfall-${today()}.footfall`, async () => {
    const { status, value } = await frame.request("GET", "/api/copy");
    return status === 200 ? { file: value } : { error: value.error };
  });
}

/**
 * Has an export made: the core does it a tenth of a second at a time, so that other questions are answered meanwhile.
 * @param {"json"|"csv"|"gpx"} kind
 * @param {(share: number) => boolean} goesOn told how much is done; false ends it
 * @returns {Promise<{file?: Blob, files?: number, error?: object, stopped?: boolean}>} files: how many are in a zip
 */
async function fetchExport(kind, goesOn) {
  let { status, value } = await request("POST", "/api/export", { kind });
  while (status === 200 && value.state === "making") {
    const path = goesOn(value.share) ? "/api/export/step" : "/api/export/stop";
    ({ status, value } = await request("POST", path, { export: value.export }));
  }
  if (status !== 200) return { error: value.error };
  if (value.state === "none") return { stopped: true };
  if (value.files === 0) {
    await request("POST", "/api/export/stop", { export: value.export });
    return { files: 0 };
  }
  const { files } = value;
  ({ status, value } = await request("GET", `/api/export/file?export=${value.export}`));
  return status === 200 ? { file: value, files } : { error: value.error };
}

/** One whose file takes long: how far it is, and a way to stop it. */
function exportButton(frame, kind, name) {
  return fileButton(frame, t(`data.export_save.${kind}`), name, async (place) => {
    let goesOn = true;
    const bar = h("progress", { max: "1", "aria-label": t("import.progress") });
    place.append(h("div", { class: "import" }, bar), h("p", { class: "actions" },
      h("button", { type: "button", class: "quiet-button", onclick: () => { goesOn = false; } }, t("import.stop"))));
    const end = await fetchExport(kind, (share) => {
      if (share > 0) bar.value = share;
      return goesOn && place.isConnected;
    });
    const isOver = end.error?.where === "export"; // another was begun, here or in another tab
    if (end.stopped || isOver) return { words: t("data.export_stopped") };
    return end.files === 0 ? { words: t(`data.export_none.${kind}`) } : end;
  });
}

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

function exportSection(frame) {
  return h("section", {},
    h("h2", {}, t("data.export")),
    h("p", {}, t("data.export_what")),
    exportButton(frame, "json", "footfall.json"),
    h("p", {}, t("data.export_csv")),
    exportButton(frame, "csv", `footfall-${today()}-csv.zip`),
    h("p", {}, t("data.export_gpx")),
    exportButton(frame, "gpx", `footfall-${today()}-gpx.zip`),
    h("p", { class: "quiet" }, t("data.export_health")));
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
    exportSection(frame),
    forgetSection(frame, data));
}
