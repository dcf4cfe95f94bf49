// Whether FHIR R4 bundles are valid: by the published JSON schema, and by a program that knows the
// elements of every resource. node fhir.mjs FILE...
import { readFileSync } from 'node:fs';
import Schema from '@asymmetrik/fhir-json-schema-validator';
import { Fhir } from 'fhir';

const schema = new Schema();
const elements = new Fhir();
for (const file of process.argv.slice(2)) {
  const bundle = JSON.parse(readFileSync(file, 'utf8'));
  const broken = schema.validate(bundle);
  const told = elements.validate(bundle, { errorOnUnexpected: true });
  const errors = told.messages.filter((m) => m.severity === 'error' || m.severity === 'fatal');
  console.log(file, 'schema:', broken.length, 'elements:', told.valid, errors.length);
  for (const e of [...broken, ...errors].slice(0, 5)) console.log(JSON.stringify(e));
}
