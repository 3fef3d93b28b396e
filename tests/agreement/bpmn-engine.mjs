// Holds every run of `jejak.jsonl` against bpmn-engine: enabled tasks, actors, outcomes, ends, after every step. The engine
// knows no `${…}` of JUEL and no listeners of Camunda: both are put in here, as small as they can be.
import fs from 'node:fs';
import path from 'node:path';
import { Engine } from 'bpmn-engine';
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

// What the engine itself reads a file with; so a file is read once, not once a run.
const require = createRequire(createRequire(import.meta.url).resolve('bpmn-engine'));
const serializer = require('moddle-context-serializer');
const Elements = require('bpmn-elements');

const folder = process.argv[2];

const ident = (text) => {
  let out = '';
  for (const c of text.toLowerCase()) {
    if (/^[a-z0-9]$/.test(c)) out += c;
    else if (out && !out.endsWith('_')) out += '_';
    if (out.length >= 40) break;
  }
  return out.replace(/_+$/, '') || 'x';
};

// JUEL as far as the files use it.
const compiled = new Map();
const juel = (text, variables) => {
  const body = text.trim().replace(/^\$\{/, '').replace(/\}$/, '').replace(/ and /g, ' && ').replace(/ or /g, ' || ');
  const names = Object.keys(variables);
  const key = names.join() + '|' + body;
  if (!compiled.has(key)) compiled.set(key, new Function('execution', 'dateTime', ...names, `return (${body});`));
  const execution = { setVariable: (name, value) => { variables[name] = value; } };
  const dateTime = () => {
    let at = Date.now();
    const date = {
      plusDays: (days) => { at += days * 86400000; return date; },
      plusSeconds: (seconds) => { at += seconds * 1000; return date; },
      toDate: () => new Date(at).toISOString(),
    };
    return date;
  };
  return compiled.get(key)(execution, dateTime, ...names.map((name) => variables[name]));
};
const expressions = {
  resolveExpression: (text, context) =>
    typeof text === 'string' && text.startsWith('${') ? juel(text, context.environment.variables) : text,
  isExpression: (text) => typeof text === 'string' && text.startsWith('${'),
  hasExpression: (text) => typeof text === 'string' && text.includes('${'),
};
// Nobody waits for a deadline here.
const timers = { executing: [], register: () => timers, setTimeout: () => ({}), clearTimeout: () => {} };

const children = (element, type) =>
  (element?.extensionElements?.values ?? []).filter((it) => it.$type === type);
const listeners = (element, event) =>
  children(element, 'camunda:executionListener').filter((it) => it.event === event).map((it) => it.expression);

async function read(file) {
  const source = fs.readFileSync(file, 'utf8');
  const read = await new BpmnModdle().fromXML(source);
  const { rootElement } = read;
  const process = rootElement.rootElements.find((it) => it.$type === 'bpmn:Process');
  const sourceContext = serializer.default(read, serializer.TypeResolver(Elements));
  const chart = { sourceContext, tasks: new Map(), ends: new Map(), groups: new Map(), start: listeners(process, 'start') };
  for (const lane of process.laneSets[0].lanes) chart.groups.set(children(lane, 'sop:pelaksana')[0].kelompok, lane.name);
  for (const element of process.flowElements) {
    if (element.$type === 'bpmn:UserTask') {
      const after = element.outgoing[0].targetRef;
      const outcomes = children(element, 'sop:hasil');
      const gateway = after.$type === 'bpmn:ExclusiveGateway' && after.outgoing.length > 1 && outcomes.length > 1 ? after : null;
      chart.tasks.set(element.id, {
        outcomes,
        variable: 'hasil_' + element.id.replace('Kegiatan_', '').toLowerCase(),
        groups: (element.$attrs['camunda:candidateGroups'] ?? '').split(','),
        onStart: listeners(element, 'start'),
        onEnd: listeners(element, 'end'),
        ways: gateway && gateway.outgoing.map((flow) => flow.conditionExpression?.body ?? null),
      });
    } else if (element.$type === 'bpmn:EndEvent') {
      const own = children(element, 'sop:akhir')[0];
      if (own) chart.ends.set(element.id, own.nama ?? 'selesai');
    }
  }
  return chart;
}

const value = (task, wanted) =>
  task.outcomes.find(
    (it) =>
      it.jawaban === wanted.jawaban &&
      (it.pelaku === undefined || it.pelaku === wanted.pelaku) &&
      (it.jawaban !== 'jika' || it.kondisi === wanted.kondisi),
  )?.nilai;

const complete = (task, chosen, variables) => {
  if (task.outcomes.length > 1) variables[task.variable] = chosen;
  for (const expression of task.onEnd) juel(expression, variables);
};

const offered = (task, variables) =>
  task.outcomes
    .map((it) => it.nilai)
    .filter((nilai) => {
      if (!task.ways) return true;
      const copy = { ...variables };
      complete(task, nilai, copy);
      return task.ways.some((way) => way === null || juel(way, copy));
    });

const told = (list) => list.map((it) => JSON.stringify(it)).sort().join('\n');

async function run(chart, trace) {
  const engine = new Engine({ name: 'uji', sourceContext: chart.sourceContext, expressions, timers });
  const ends = [];
  const listener = new EventEmitter();
  listener.on('activity.end', (api) => { if (chart.ends.has(api.id)) ends.push(chart.ends.get(api.id)); });
  listener.on('activity.start', (api) => {
    for (const expression of chart.tasks.get(api.id)?.onStart ?? []) juel(expression, api.environment.variables);
  });
  const variables = {};
  for (const expression of chart.start) juel(expression, variables);
  const execution = await engine.execute({ listener, variables });
  const shared = () => execution.definitions[0].getProcesses()[0].environment.variables;
  const waiting = () => execution.getPostponed().flatMap((it) => it.type === 'bpmn:UserTask' ? [it] : []);
  let wrong = null, done = 0;
  for (const step of trace) {
    const live = waiting();
    const found = live.map((it) => {
      const task = chart.tasks.get(it.id);
      return [it.id, task.groups.map((group) => chart.groups.get(group) ?? group).sort(), offered(task, shared()).sort()];
    });
    const lanes = new Set(chart.groups.values());
    const wanted = step.siap.map((it) => [
      it.id,
      [...new Set(it.pelaku.map((name) => (lanes.has(name) ? name : ident(name))))].sort(),
      [...new Set(it.hasil.map((of) => value(chart.tasks.get(it.id), of) ?? 'None'))].sort(),
    ]);
    if (told(found) !== told(wanted) || [...ends].sort().join() !== [...step.akhir].sort().join()) {
      wrong = `step ${done}: bpmn-engine ${told(found)} [${ends}], reference ${told(wanted)} [${step.akhir}]`;
      break;
    }
    done += 1;
    if (!step.ambil) break;
    const task = chart.tasks.get(step.ambil.id);
    complete(task, value(task, step.ambil.hasil), shared());
    live.find((it) => it.id === step.ambil.id).signal();
  }
  if (!wrong && trace[trace.length - 1].selesai && execution.getPostponed().some((it) => it.type === 'bpmn:UserTask')) {
    wrong = 'the engine does not see that the case is finished';
  }
  engine.stop();
  return { wrong, done };
}

let procedures = 0, runs = 0, steps = 0;
const differing = [];
for (const line of fs.readFileSync(path.join(folder, 'jejak.jsonl'), 'utf8').split('\n').filter(Boolean)) {
  const { nama, jejak } = JSON.parse(line);
  const chart = await read(path.join(folder, 'camunda7', `${nama}.bpmn`));
  procedures += 1;
  for (const trace of jejak) {
    const { wrong, done } = await run(chart, trace);
    runs += 1;
    steps += done;
    if (wrong) {
      console.error(`${nama}: ${wrong}`);
      differing.push(nama);
      break;
    }
  }
}
console.log(JSON.stringify({ mesin: 'bpmn-engine', prosedur: procedures, jejak: runs, langkah: steps, beda: differing }));
process.exit(differing.length ? 1 : 0);
