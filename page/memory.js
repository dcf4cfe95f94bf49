// What this tab remembers of what is not kept yet, over reloads: of one runner alone, in one journal. Run 3 of the
// made-up runner is another run 3, and so is that of another journal at the same address.

const SAMPLE = "footfall-sample";
const DRAFT = "footfall-draft-";
const JOURNAL = "footfall-journal";
const KEY = "footfall-token"; // to the core, which stays

const sample = sessionStorage.getItem(SAMPLE) !== null;
const OF = `${DRAFT}${sample ? "sample" : "own"}-`;

/** Whether this page looks at the made-up runner: it does until it is loaded anew, whatever comes after that. */
export const isSample = () => sample;

/** Which of both is looked at after the next load. */
export function chooseSample(wanted) {
  if (wanted) sessionStorage.setItem(SAMPLE, "1");
  else sessionStorage.removeItem(SAMPLE);
}

function drop(isMeant) {
  for (const store of [sessionStorage, localStorage]) {
    for (const key of Object.keys(store).filter(isMeant)) store.removeItem(key);
  }
}

/** What was noted under a name; undefined when nothing was, or nothing that can be read. */
export function recall(name) {
  try {
    return JSON.parse(sessionStorage.getItem(OF + name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {any} value undefined: nothing is remembered any more */
export function note(name, value) {
  if (value === undefined) sessionStorage.removeItem(OF + name);
  else sessionStorage.setItem(OF + name, JSON.stringify(value));
}

/** Lets go of what belongs to another journal than the one that answers now. */
export function belongTo(journal) {
  const before = sessionStorage.getItem(JOURNAL);
  if (before !== null && before !== journal) drop((key) => key.startsWith(DRAFT));
  sessionStorage.setItem(JOURNAL, journal);
}

/** Lets go of what was noted of the runner's own runs, while another tab forgets them and this one shows the sample. */
export const forgetOwn = () => drop((key) => key.startsWith(`${DRAFT}own-`));

/** Lets go of all that the page itself remembers in this browser, except the key to the core. */
export function forgetAll() {
  drop((key) => key.startsWith("footfall-") && key !== KEY);
}
