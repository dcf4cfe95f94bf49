// What the scenes bring in: the files of the made-up runner.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the demo's FIT files. */
export const demoFolder = join(process.env.TMPDIR, "browser", "demo", "runs");

export const demoNames = () => readdirSync(demoFolder).filter((name) => name.endsWith(".fit")).sort();
export const demoRuns = () => demoNames().map((name) => join(demoFolder, name));
