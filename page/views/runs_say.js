// What the runs say, in words that several views use.

import { t, clock, minutes, number, percent } from "../format.js";

/** "numb in 11 of 20 runs, half of the runs by 36 minutes" */
export function figures(set) {
  const told = t("why.numb_in", { numb: set.numb, runs: set.runs });
  return set.median_min === undefined
    ? told : `${told}, ${t("why.median", { time: minutes(set.median_min) })}`;
}

/** Units of the core, and the text that holds a value in them. */
const UNITS = { "m/km": "m_per_km", "km": "km", "1/min": "per_minute", "days": "days", "degC": "degrees" };
/** What is told against the usual at a speed has no bound that says something by itself. */
const RELATIVE = ["steps/min", "ms"];

function boundText(pattern, more) {
  const { unit, cut } = pattern;
  if (unit === "m/s") {
    return t(more ? "bound.faster" : "bound.slower", { pace: clock(1000 / cut) });
  }
  const value = unit === "times" ? t("bound.of_it", { share: percent(cut) })
    : t(`unit.${UNITS[unit]}`, { value: unit === "days" ? number(cut, 1) : Math.round(cut) });
  return t(more ? "bound.over" : "bound.up_to", { value });
}

/** "warmer runs (over 22 °C)", "runs with Trail B": one of the two sides that are compared. */
export function sideText(pattern, more) {
  const { which, name, unit, cut } = pattern;
  if (which !== undefined) return t(more ? "patterns.with" : "patterns.with_other", { which, name });
  const words = more ? pattern.more : pattern.less;
  const bounded = cut !== undefined && !RELATIVE.includes(unit);
  return bounded ? `${words} (${boundText(pattern, more)})` : words;
}

/** "6 of 11 runs with another shoe, 0 of 23 runs with Trail B": the side where it comes sooner is first. */
export function countsText(pattern) {
  const side = (more) => {
    const numb = more ? pattern.more_numb : pattern.less_numb;
    const not = more ? pattern.more_not : pattern.less_not;
    return t("patterns.of", { numb, all: numb + not, side: sideText(pattern, more) });
  };
  const more = pattern.sooner_with === "more";
  return `${side(more)}, ${side(!more)}`;
}

export function soonerText(pattern) {
  return t("patterns.sooner", { side: sideText(pattern, pattern.sooner_with === "more") });
}

/** "shoe Trail B", "pace" */
export function patternName(pattern) {
  return pattern.which === undefined ? pattern.name : `${pattern.name} ${pattern.which}`;
}

/** "Overstriding: unlikely. Chance 7 % (could be 3 % to 24 %)." */
export function overstrideText(state, { p, low, high }) {
  return t("form.overstride", { word: t(`overstride.${state}`), p: percent(p),
    range: t("why.range", { low: percent(low), high: percent(high) }) });
}
