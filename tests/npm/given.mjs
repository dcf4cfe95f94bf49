// What the scenes bring in, the files of the made-up runner, and a server that is started again.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The folder of the demo's FIT files. */
export const demoFolder = join(process.env.TMPDIR, "browser", "demo", "runs");

export const demoNames = () => readdirSync(demoFolder).filter((name) => name.endsWith(".fit")).sort();
export const demoRuns = () => demoNames().map((name) => join(demoFolder, name));

/** What starts the program anew as it was started, on a port of our choice. */
export function startAgain(pid, port) {
  const [program, ...options] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1);
  return async () => {
    const child = spawn(program, [...options, "--port", port], { stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface({ input: child.stdout })) {
      return { child, address: JSON.parse(line).address };
    }
    throw new Error("it does not start");
  };
}
