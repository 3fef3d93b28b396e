// Reads every BPMN file of a folder tree with the schema of bpmn-moddle and the recommended set of bpmnlint.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const under = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((it) => {
    const name = path.join(folder, it.name);
    return it.isDirectory() ? under(name) : name.endsWith('.bpmn') ? [name] : [];
  });
let files = 0, warnings = 0, findings = 0;
for (const file of under(process.argv[2])) {
  files += 1;
  const read = await new BpmnModdle().fromXML(fs.readFileSync(file, 'utf8'));
  warnings += read.warnings.length;
  read.warnings.forEach((it) => console.error(`${file}: ${it.message}`));
  // A linter keeps what it saw: each file has its own.
  const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() });
  for (const [rule, list] of Object.entries(await linter.lint(read.rootElement))) {
    findings += list.length;
    list.forEach((it) => console.error(`${file}: ${rule}: ${it.id}: ${it.message}`));
  }
}
console.log(JSON.stringify({ berkas: files, peringatan: warnings, temuan: findings }));
process.exit(warnings + findings ? 1 : 0);
