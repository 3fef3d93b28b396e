"""Random logs of every procedure in sops/, replayed by `sop rekam` and by pm4py on the same net; any difference fails.

With a fourth argument, the counts of pm4py for some cases of each procedure are written there (`tests/rekam/pm4py.tsv`).
"""

import csv
import json
import pathlib
import random
import subprocess
import sys
import warnings

warnings.filterwarnings("ignore")
import pm4py
from pm4py.algo.conformance.tokenreplay import algorithm as replay

sop, work, wanted = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
root = pathlib.Path(__file__).resolve().parent.parent
seed = 20260302
random.seed(seed)


def steps_of(net):
    """Every event that the net names, as a place and an outcome; what follows a used-up bound is the program's to tell."""
    out = []
    for name in sorted({t.label for t in net.transitions if t.label}):
        key, _, rest = name.partition(" (")
        answer = rest.rstrip(")")
        if answer == "lalu" or answer.endswith(", lalu"):
            continue
        out.append((key, answer))
    return out


def walk(net, start, length):
    """A run of the net, by its labels."""
    from pm4py.objects.petri_net import semantics

    marking, out = start, []
    for _ in range(length):
        ready = sorted(semantics.enabled_transitions(net, marking), key=lambda t: t.name)
        if not ready:
            break
        chosen = random.choice(ready)
        marking = semantics.execute(chosen, net, marking)
        if chosen.label:
            key, _, rest = chosen.label.partition(" (")
            answer = rest.rstrip(")").removesuffix(", lalu").removesuffix("lalu")
            out.append((key, answer))
    return out


def disturb(run, steps):
    """Leaves out, doubles, swaps, adds."""
    run = list(run)
    for _ in range(random.choice([0, 0, 1, 2, 4])):
        kind = random.choice("odsa")
        at = random.randrange(len(run)) if run else 0
        if kind == "o" and len(run) > 1:
            del run[at]
        elif kind == "d" and run:
            run.insert(at, run[at])
        elif kind == "s" and at + 1 < len(run):
            run[at], run[at + 1] = run[at + 1], run[at]
        elif kind == "a":
            run.insert(at, random.choice(steps))
    return run or [random.choice(steps)]


def write(path, log):
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["berkas", "langkah", "pelaksana", "mulai", "selesai", "hasil", "putaran"])
        for case, run in log:
            rounds = {}
            for at, (key, answer) in enumerate(run):
                rounds[key] = rounds.get(key, 0) + 1
                when = f"2026-{1 + at // 600:02}-{1 + at // 24 % 25:02} {at % 24:02}:00"
                out.writerow([case, key, "", "", when, answer, rounds[key]])


sources = sorted((root / "sops").glob("*.sop"))
logs = cases = 0
kept = []
perfect = 0
for number, source in enumerate(sources):
    share = wanted // len(sources) + (number < wanted % len(sources))
    folder = work / source.stem
    folder.mkdir()
    subprocess.run([sop, "build", source, "--force", "--target", "pnml", "-o", folder], capture_output=True)
    net, initial, final = pm4py.read_pnml(str(folder / f"{source.stem}.pnml"))
    steps = steps_of(net)
    names = []
    for at in range(share):
        log = [
            (f"{at}-{case}", disturb(walk(net, initial, random.choice([5, 40, 120])), steps))
            for case in range(random.randint(1, 4))
        ]
        names.append(folder / f"{at:04}.csv")
        write(names[-1], log)
    done = subprocess.run(
        [sop, "rekam", source, *names, "--format", "json", "--xes", folder / "log.xes"],
        capture_output=True,
        text=True,
    )
    report = json.loads(done.stdout)
    assert not report["unread"], report["unread"][:3]
    log = pm4py.convert_to_event_log(pm4py.read_xes(str(folder / "log.xes")))
    order = {trace.attributes["concept:name"]: trace for trace in log}
    theirs = replay.apply(log, net, initial, final, parameters={"show_progress_bar": False})
    theirs = {trace.attributes["concept:name"]: it for trace, it in zip(log, theirs)}
    assert len(theirs) == len(report["cases"]), (len(theirs), len(report["cases"]))
    for case in report["cases"]:
        it, ours = theirs[case["case"]], case["fitness"]
        pair = [
            (ours["missing"], it["missing_tokens"]),
            (ours["consumed"], it["consumed_tokens"]),
            (ours["remaining"], it["remaining_tokens"]),
            (ours["produced"], it["produced_tokens"]),
        ]
        if any(a != b for a, b in pair) or abs(ours["fitness"] - it["trace_fitness"]) > 1e-9:
            trace = [event["concept:name"] for event in order[case["case"]]]
            sys.exit(f"{source.stem}, case {case['case']}: ours {ours}, pm4py {it}\n{trace}")
        trace = [event["concept:name"] for event in order[case["case"]]]
        if len(trace) <= 40 and sum(row[0] == source.stem for row in kept) < 8:
            kept.append((source.stem, *[str(b) for _, b in pair], "|".join(trace)))
        perfect += ours["fitness"] == 1.0
        cases += 1
    logs += share
if len(sys.argv) > 4:
    with open(sys.argv[4], "w") as file:
        file.write(f"# missing, consumed, remaining and produced tokens of pm4py {pm4py.__version__} (.ci/conformance)\n")
        file.writelines("\t".join(row) + "\n" for row in kept)
print(f"conformance: {logs} random logs ({cases} cases, {perfect} of them without a fault), seed {seed}: "
      f"missing, remaining, consumed and produced tokens equal those of pm4py {pm4py.__version__} in every case")
