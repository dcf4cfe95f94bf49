// What a run was run with, in its form: shoe, insole, socks, lacing, and what was different from usual.

import { h, freshId } from "../dom.js";
import { t, has } from "../format.js";

export const GEAR = ["insole", "sock", "lacing"];

/** The changes that footfall knows; others are in the runner's own words. */
const CHANGES = ["lacing", "shoe_wide", "cadence", "insole", "load_down", "stretch", "metpad"];
export const USUAL = "usual"; // nothing was different
const MOST = 80; // characters of a name

/** A change in few words: its own name, or what the runner called it. */
export function changeName(id) {
  if (id === USUAL) return t("runs.usual");
  return has(`change.${id}`) ? t(`change.${id}`) : id;
}

function textField(value) {
  return h("input", { type: "text", id: freshId("with"), maxlength: MOST, autocomplete: "off", value });
}

/** The names of the shoes, those not run in any more at the end; none when they cannot be told. */
async function shoeNames(frame) {
  const { status, value } = await frame.request("GET", "/api/shoes");
  if (status !== 200) return [];
  const [old, now] = [true, false].map((retired) => value.filter((shoe) => shoe.retired === retired));
  return [...now, ...old].map((shoe) => shoe.name);
}

function shoeField(names, run) {
  const known = run.shoe && !names.includes(run.shoe) ? [run.shoe, ...names] : names;
  const other = h("option", { value: "" }, t("runs.shoe_other"));
  const none = !run.shoe && h("option", { value: "", selected: true }, t("runs.shoe_none"));
  const id = freshId("shoe");
  const own = textField("");
  const ownRow = h("p", { hidden: known.length > 0 },
    h("label", { for: own.id }, t(known.length > 0 ? "runs.shoe_name" : "runs.shoe")), " ", own);
  const select = h("select", { id, onchange: () => {
    ownRow.hidden = select.selectedOptions[0] !== other;
    if (!ownRow.hidden) own.focus();
  } }, none, known.map((name) => h("option", { value: name, selected: name === run.shoe }, name)), other);
  return {
    said: () => {
      const name = (ownRow.hidden ? select.value : own.value).trim();
      return name === "" || name === run.shoe ? {} : { shoe: name };
    },
    rows: [known.length > 0 && h("p", {}, h("label", { for: id }, t("runs.shoe")), " ", select), ownRow],
  };
}

function gearFields(run) {
  const inputs = GEAR.map((kind) => [kind, textField(run[kind] ?? "")]);
  return {
    said: () => Object.fromEntries(inputs.map(([kind, input]) => [kind, input.value.trim()])
      .filter(([kind, name]) => name !== "" && name !== run[kind])),
    rows: inputs.map(([kind, input]) =>
      h("p", {}, h("label", { for: input.id }, t(`runs.${kind}`)), " ", input)),
  };
}

function tick(value, name, meaning, checked, onchange) {
  const id = freshId("changed");
  const box = h("input", { type: "checkbox", id, value, checked, onchange });
  const words = meaning && h("span", { class: "quiet below-name" }, meaning);
  return { box, row: h("div", { class: "tick" }, box, h("label", { for: id }, name, words)) };
}

/** What was different: any of the known ones, words of one's own, or nothing. */
function changedField(run) {
  const before = run.changed ?? [];
  const own = textField("");
  const ids = [...CHANGES, ...before.filter((one) => one !== USUAL && !CHANGES.includes(one))];
  const ticks = ids.map((id) => tick(id, changeName(id), has(`changed.${id}`) && t(`changed.${id}`),
    before.includes(id), () => { usual.box.checked = false; }));
  const usual = tick(USUAL, t("runs.usual"), undefined, before.includes(USUAL), () => {
    if (!usual.box.checked) return;
    for (const one of ticks) one.box.checked = false;
    own.value = "";
  });
  own.addEventListener("input", () => { usual.box.checked = false; });
  const said = () => {
    const ticked = ticks.map(({ box }) => box).filter((box) => box.checked).map((box) => box.value);
    const words = own.value.trim();
    const changed = words === "" ? ticked : [...ticked, words];
    // nothing is left of what was said: then nothing was different
    const now = changed.length === 0 && (usual.box.checked || before.length > 0) ? [USUAL] : changed;
    return now.join("\n") === before.join("\n") ? {} : { changed: now };
  };
  return { said, row: h("fieldset", { class: "changed" }, h("legend", {}, t("runs.different")),
    usual.row, ticks.map(({ row }) => row),
    h("p", {}, h("label", { for: own.id }, t("runs.different_own")), " ", own)) };
}

/**
 * All of it as fields of a form.
 * @returns {Promise<{said: () => object, rows: Node[]}>} said gives what is new, as POST /api/log takes it
 */
export async function runWithFields(frame, run) {
  const shoe = shoeField(await shoeNames(frame), run);
  const gear = gearFields(run);
  const changed = changedField(run);
  return {
    said: () => ({ ...shoe.said(), ...gear.said(), ...changed.said() }),
    rows: [...shoe.rows, ...gear.rows, changed.row].filter((row) => row),
  };
}
