"""Holds every run of `jejak.jsonl` against SpiffWorkflow: enabled tasks, actors, outcomes, ends, after every step."""

import copy
import json
import re
import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

from lxml import etree
from SpiffWorkflow.bpmn.specs.mixins.exclusive_gateway import ExclusiveGateway
from SpiffWorkflow.bpmn.specs.mixins.parallel_gateway import ParallelGateway
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.spiff.parser.process import SpiffBpmnParser
from SpiffWorkflow.util.task import TaskState

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
SOP = "{urn:sop:bpmn:1}"


def ident(text):
    """As the compiler makes group names."""
    out = ""
    for c in text.lower():
        if c.isascii() and c.isalnum():
            out += c
        elif out and not out.endswith("_"):
            out += "_"
        if len(out) >= 40:
            break
    return out.rstrip("_") or "x"


def one_round(self, my_task):
    """As ParallelGateway decides, but what came before it last fired is used up."""
    tasks = my_task.workflow.get_tasks(spec_name=self.name)
    before = [t for t in tasks if t.state == TaskState.COMPLETED and my_task.is_descendant_of(t)]
    fired = max((t.last_state_change for t in before), default=0)
    missing = set(self.inputs)
    for task in tasks:
        if task.is_descendant_of(my_task) or my_task.is_descendant_of(task):
            continue
        if task is not my_task and task.has_state(TaskState.FINISHED_MASK) and task.last_state_change <= fired:
            continue
        if task.parent.state == TaskState.COMPLETED:
            missing.discard(task.parent.task_spec)
    return not missing


class Chart:
    """What the file says beside what the engine keeps."""

    def __init__(self, path):
        root = etree.parse(path).getroot()
        self.groups = {
            lane.find(f"{BPMN}extensionElements/{SOP}pelaksana").get("kelompok"): lane.get("name")
            for lane in root.iter(f"{BPMN}lane")
        }
        self.outcomes, self.ends = {}, {}
        for task in root.iter(f"{BPMN}userTask"):
            self.outcomes[task.get("id")] = [dict(it.attrib) for it in task.iter(f"{SOP}hasil")]
        for end in root.iter(f"{BPMN}endEvent"):
            own = end.find(f"{BPMN}extensionElements/{SOP}akhir")
            if own is not None:
                self.ends[end.get("id")] = own.get("nama") or "selesai"
        parser = SpiffBpmnParser()
        parser.add_bpmn_file(str(path))
        self.spec = parser.get_spec(root.find(f"{BPMN}process").get("id"))

    def value(self, task, wanted):
        """The value of an outcome that the reference names."""
        for it in self.outcomes[task]:
            who = it.get("pelaku")
            if it["jawaban"] != wanted["jawaban"] or (who is not None and who != wanted["pelaku"]):
                continue
            if it["jawaban"] != "jika" or it.get("kondisi") == wanted["kondisi"]:
                return it["nilai"]
        return None


def offered(chart, task):
    """The values that lead on: those for which the gateway behind the task has a way."""
    spec, found = task.task_spec, set()
    variable = f"hasil_{spec.bpmn_id.removeprefix('Kegiatan_').lower()}"
    for it in chart.outcomes[spec.bpmn_id]:
        data = copy.deepcopy(task.data)
        data[variable] = it["nilai"]
        after = spec.outputs[0]
        if len(chart.outcomes[spec.bpmn_id]) > 1 and isinstance(after, ExclusiveGateway) and after.cond_task_specs:
            engine = task.workflow.script_engine
            if spec.postscript:
                engine.environment.execute(spec.postscript, data)
            ways = [
                condition is None or engine.environment.evaluate(condition.args[0], data)
                for condition, _ in after.cond_task_specs
            ]
            if not any(ways) and not after.default_task_spec:
                continue
        found.add(it["nilai"])
    return found


def situation(chart, workflow):
    """What waits, who may act with which outcomes, which ends were reached."""
    ready = Counter()
    for task in workflow.get_tasks(state=TaskState.READY, manual=True):
        groups = task.task_spec.extensions["properties"]["candidateGroups"].split(",")
        who = tuple(sorted(chart.groups.get(group, group) for group in groups))
        ready[(task.task_spec.bpmn_id, who, tuple(sorted(offered(chart, task))))] += 1
    ends = Counter(
        chart.ends[task.task_spec.bpmn_id]
        for task in workflow.get_tasks(state=TaskState.COMPLETED)
        if task.task_spec.bpmn_id in chart.ends
    )
    return ready, ends


def expected(chart, step):
    lanes = set(chart.groups.values())
    ready = Counter()
    for task in step["siap"]:
        who = tuple(sorted({name if name in lanes else ident(name) for name in task["pelaku"]}))
        values = tuple(sorted({str(chart.value(task["id"], it)) for it in task["hasil"]}))
        ready[(task["id"], who, values)] += 1
    return ready, Counter(step["akhir"])


def run(chart, trace):
    workflow = BpmnWorkflow(chart.spec)
    workflow.do_engine_steps()
    for at, step in enumerate(trace):
        found, wanted = situation(chart, workflow), expected(chart, step)
        if found != wanted:
            return at, f"step {at}: SpiffWorkflow {found}, reference {wanted}"
        if step["selesai"] and not workflow.is_completed():
            return at, f"step {at}: the engine does not see that the case is finished"
        if step["ambil"] is None:
            return at + 1, None
        chosen = step["ambil"]
        waiting = [t for t in workflow.get_tasks(state=TaskState.READY, manual=True) if t.task_spec.bpmn_id == chosen["id"]]
        task = waiting[0]
        value = chart.value(chosen["id"], chosen["hasil"])
        if len(chart.outcomes[chosen["id"]]) > 1:
            task.data[f"hasil_{chosen['id'].removeprefix('Kegiatan_').lower()}"] = value
        task.run()
        workflow.do_engine_steps()
    return len(trace), None


AS_IT_IS = ParallelGateway._check_threshold_unstructured


def check(arguments):
    """The number of steps, and the first difference: with the engine as it is, and with its gateway mended."""
    folder, line = arguments
    case = json.loads(line)
    chart = Chart(Path(folder) / "spiff" / f"{case['nama']}.bpmn")
    steps, found = 0, []
    for gateway in [AS_IT_IS, one_round]:
        ParallelGateway._check_threshold_unstructured = gateway
        wrong = None
        for trace in case["jejak"]:
            done, wrong = run(chart, trace)
            steps += done
            if wrong:
                break
        found.append(wrong)
        if not wrong:
            found = (found + [None])[:2]
            break
    ParallelGateway._check_threshold_unstructured = AS_IT_IS
    return case["nama"], steps, len(case["jejak"]), found


def main():
    folder = Path(sys.argv[1])
    lines = (folder / "jejak.jsonl").read_text().splitlines()
    procedures = runs = steps = 0
    rounds, wrong = [], []
    with Pool(2) as pool:
        for name, done, traces, (plain, mended) in pool.imap(check, [(str(folder), it) for it in lines], chunksize=4):
            procedures += 1
            runs += traces
            steps += done
            if mended:
                wrong.append(name)
                print(f"{name}: {mended}", file=sys.stderr)
            elif plain:
                rounds.append(name)
    told = {"mesin": "SpiffWorkflow", "prosedur": procedures, "jejak": runs, "langkah": steps, "beda": wrong}
    # Its parallel gateway counts what came in an earlier round of a loop; with that mended they agree.
    print(json.dumps({**told, "gerbang_diperbaiki": len(rounds)}))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
