// Prints, for each FIT file named on standard input, one JSON line with all of its messages as
// fit-file-parser reads them, by kind and in order.
import fs from 'fs';
import readline from 'readline';
import parser from 'fit-file-parser';

const FitParser = parser.default ?? parser;

for await (const path of readline.createInterface({ input: process.stdin })) {
    const line = { path };
    try {
        const data = await new FitParser({ force: false, mode: 'list' }).parseAsync(fs.readFileSync(path));
        line.messages = data.messages;
    } catch (error) {
        line.error = String(error);
    }
    console.log(JSON.stringify(line));
}
