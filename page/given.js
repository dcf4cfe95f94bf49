// What the runner gave: files and folders, dropped or chosen, as a list of {name, file}.

/** Hidden files are left out, as by the command line. */
const isHidden = (name) => name.split("/").some((part) => part.startsWith("."));

/** "a.fit" again is "a (2).fit". */
function freshName(name, taken) {
  const dot = name.lastIndexOf(".");
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let fresh = name;
  for (let i = 2; taken.has(fresh); i++) fresh = `${stem} (${i})${end}`;
  taken.add(fresh);
  return fresh;
}

const fileOf = (entry) => new Promise((resolve, reject) => { entry.file(resolve, reject); });
const someOf = (reader) => new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });

/** All entries of a folder: a browser gives a hundred at a time. */
async function entriesOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (let some = await someOf(reader); some.length > 0; some = await someOf(reader)) all.push(...some);
  return all;
}

async function walk(entry, name, given) {
  if (isHidden(name)) return;
  try {
    if (entry.isDirectory) {
      for (const child of await entriesOf(entry)) await walk(child, `${name}/${child.name}`, given);
    } else {
      given.files.push({ name, file: await fileOf(entry) });
      given.found(given.files.length);
    }
  } catch {
    given.unreadable.push(name);
  }
}

/**
 * @param {DataTransfer} transfer of a drop; it is empty once the drop's event is over
 * @param {(count: number) => void} found told while folders are walked
 * @returns {Promise<{files: {name: string, file: File}[], unreadable: string[]}>}
 */
export async function ofDrop(transfer, found) {
  const entries = [...transfer.items].filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry);
  const given = { files: [], unreadable: [], found };
  if (entries.length === 0) return ofChoice(transfer.files);
  const taken = new Set();
  for (const entry of entries) await walk(entry, freshName(entry.name, taken), given);
  return given;
}

/** @param {FileList} files of an input */
export function ofChoice(files) {
  const taken = new Set();
  const named = [...files].map((file) => ({ name: freshName(file.webkitRelativePath || file.name, taken), file }));
  return { files: named.filter(({ name }) => !isHidden(name)), unreadable: [] };
}
