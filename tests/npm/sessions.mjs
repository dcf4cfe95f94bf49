// Prints, for each FIT file named on standard input, one JSON line with its running sessions as
// fit-file-parser reads them.
import fs from 'fs';
import readline from 'readline';
import parser from 'fit-file-parser';

const FitParser = parser.default ?? parser;

for await (const path of readline.createInterface({ input: process.stdin })) {
    const options = { force: true, speedUnit: 'm/s', lengthUnit: 'm', temperatureUnit: 'celsius', mode: 'list' };
    const line = { path, sessions: [] };
    try {
        new FitParser(options).parse(fs.readFileSync(path), (error, data) => {
            line.sessions = (data?.sessions ?? []).filter((session) => session.sport === 'running');
        });
    } catch (error) {
        line.error = String(error);
    }
    console.log(JSON.stringify(line));
}
