#!/usr/bin/env python3
"""Other ways to the picture of a procedure, timed beside `sop` in one run.

    benches/peers.py [SOP_BINARY] [FILE.sop] [RUNS]

Every peer gets the same procedure, written in its own language from `sop build --target json`, and is run as a cold
process; the median of the processor time of all its processes and of the time by the clock are printed. A peer that is
not installed is named and left out. None of them prints the official sheet: the last column says what comes out.
Node looks for `bpmn-auto-layout` in $NODE_PATH's folder; the Typst binding is that of the Python which runs this.
"""
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SOP = Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "target/release/sop").resolve()
FILE = Path(sys.argv[2] if len(sys.argv) > 2 else HERE / "sops/monev.sop").resolve()
RUNS = int(sys.argv[3]) if len(sys.argv) > 3 else 9


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


class Procedure:
    def __init__(self, view):
        self.rows = {row["id"]: row for row in view["kegiatan"]}
        self.lanes = [lane["pendek"] for lane in view["pelaksana"]]
        self.places = view["simpul"]
        self.flows = [flow for flow in view["alur"] if "ke" in flow]
        self.ends = [flow for flow in view["alur"] if "ke" not in flow]

    def words(self, place):
        return self.rows[place["kegiatan"]]["uraian"]

    def dot(self):
        """Lanes as clusters."""
        out = ["digraph { rankdir=TB node [shape=box fontname=Arial]"]
        for number, lane in enumerate(self.lanes):
            out.append(f"subgraph cluster_{number} {{ label={quoted(lane)}")
            for place in self.places:
                if place["pelaksana"][0] == lane:
                    shape = "diamond" if place["jenis"] == "keputusan" else "box"
                    out.append(f"{quoted(place['id'])} [shape={shape} label={quoted(self.words(place))}]")
            out.append("}")
        for flow in self.flows:
            label = quoted(flow.get("jawaban", ""))
            out.append(f"{quoted(flow['dari'])} -> {quoted(flow['ke'])} [label={label}]")
        return "\n".join([*out, "}"])

    def plantuml(self):
        """Lanes as packages: activity diagrams know no free returns."""
        out = ["@startuml"]
        name = {place["id"]: f"s{at}" for at, place in enumerate(self.places)}
        for lane in self.lanes:
            out.append(f"package {quoted(lane)} {{")
            out += [
                f"rectangle {quoted(self.words(place))} as {name[place['id']]}"
                for place in self.places
                if place["pelaksana"][0] == lane
            ]
            out.append("}")
        out += [f"{name[flow['dari']]} --> {name[flow['ke']]} : {flow.get('jawaban', ' ')}" for flow in self.flows]
        return "\n".join([*out, "@enduml"])

    def bpmn(self):
        """A process without places on paper, which the layouter is to find."""
        name = {place["id"]: f"s{at}" for at, place in enumerate(self.places)}
        out = [
            '<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
            'targetNamespace="sop" id="d"><process id="p"><startEvent id="start"/>'
        ]
        for place in self.places:
            kind = "exclusiveGateway" if place["jenis"] == "keputusan" else "task"
            words = self.words(place).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
            out.append(f'<{kind} id="{name[place["id"]]}" name="{words}"/>')
        out.append('<endEvent id="end"/>')
        arrows = [("start", name[self.places[0]["id"]])]
        arrows += [(name[flow["dari"]], name[flow["ke"]]) for flow in self.flows]
        arrows += [(name[flow["dari"]], "end") for flow in self.ends]
        out += [f'<sequenceFlow id="f{at}" sourceRef="{a}" targetRef="{b}"/>' for at, (a, b) in enumerate(arrows)]
        return "".join([*out, "</process></definitions>"])

    def typst(self):
        """The table; nobody has placed symbols or arrows."""
        def cell(text):
            return "[#" + quoted(text or "") + "]"

        count = len(self.lanes)
        widths = ", ".join(["auto", "3fr", *["1fr"] * count, "2fr", "auto", "2fr"])
        out = [f'#set page(width: 330mm, height: 215mm)\n#set text(size: 8pt)\n#table(columns: ({widths}),']
        out.append(",".join(map(cell, ["No", "Kegiatan", *self.lanes, "Kelengkapan", "Waktu", "Output"])) + ",")
        for row in self.rows.values():
            mine = [place for place in self.places if place["kegiatan"] == row["id"]]
            lanes = ["[#rect()]" if any(lane in it["pelaksana"] for it in mine) else "[]" for lane in self.lanes]
            cells = [cell(row["nomor"]), cell(row["uraian"]), *lanes]
            cells += [cell(", ".join(row["kelengkapan"])), cell(row["waktu"]), cell(", ".join(row["output"]))]
            out.append(",".join(cells) + ",")
        return "\n".join([*out, ")"])

    def html(self):
        """The table, for an office program."""
        rows = ["<tr><th>No<th>Kegiatan" + "".join(f"<th>{lane}" for lane in self.lanes) + "<th>Waktu"]
        for row in self.rows.values():
            rows.append(f"<tr><td>{row['nomor']}<td>{row['uraian']}" + "<td>" * len(self.lanes) + f"<td>{row['waktu']}")
        return '<meta charset="utf-8"><table border="1">' + "".join(rows) + "</table>"


def timed(command, folder, output):
    """Processor milliseconds, wall milliseconds and bytes of the output; None when the command fails."""
    cpu, wall = [], []
    for _ in range(RUNS):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=300)
        wall.append((time.perf_counter() - start) * 1000)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
        if not (folder / output).exists():
            print(f"  {command[0]} failed: {done.stderr.decode(errors='replace')[-300:]}", file=sys.stderr)
            return None
    return statistics.median(cpu), statistics.median(wall), (folder / output).stat().st_size


def main():
    folder = Path(tempfile.mkdtemp())
    subprocess.run([SOP, "build", FILE, "--force", "--target", "json", "-o", folder], capture_output=True)
    procedure = Procedure(json.loads((folder / f"{FILE.stem}.json").read_text()))
    for name in ("dot", "plantuml", "bpmn", "typst", "html"):
        (folder / f"p.{name}").write_text(getattr(procedure, name)())
    (folder / "layout.mjs").write_text(
        "import { createRequire } from 'node:module'; import fs from 'node:fs'; import { pathToFileURL } from 'node:url';"
        "const home = createRequire(process.env.NODE_PATH + '/');"
        "const { layoutProcess } = await import(pathToFileURL(home.resolve('bpmn-auto-layout')).href);"
        "fs.writeFileSync('p.out.bpmn', await layoutProcess(fs.readFileSync('p.bpmn', 'utf8')));"
    )
    modules = os.environ.get("NODE_PATH", "")
    typst = "import typst; typst.compile('p.typst', output='p.typst.pdf')"
    has_typst = subprocess.run([sys.executable, "-c", "import typst"], capture_output=True).returncode == 0
    pdf = f"{FILE.stem}.pdf"
    sop = [SOP, "build", FILE, "--force", "-o", folder, "--target"]
    peers = [
        ("sop, PDF", True, [*sop, "chart"], pdf, "the official sheet, PDF/A-3a and PDF/UA-1"),
        ("sop, SVG", True, [*sop, "svg"], f"{FILE.stem}-1.svg", "the same pages"),
        ("Graphviz dot", "dot", ["dot", "-Tsvg", "p.dot", "-op.svg"], "p.svg", "clusters; no table, no pages"),
        ("Graphviz dot, PDF", "dot", ["dot", "-Tpdf", "p.dot", "-op.pdf"], "p.pdf", "the same"),
        ("PlantUML", "plantuml", ["plantuml", "-tsvg", "p.plantuml"], "p.svg2", "packages; no table, no pages"),
        ("bpmn-auto-layout", bool(modules) and "node", ["node", "layout.mjs"], "p.out.bpmn", "BPMN with places; no lanes"),
        ("Typst", has_typst, [sys.executable, "-c", typst], "p.typst.pdf", "the table; no arrows (Python's start included)"),
        (
            "LibreOffice",
            "soffice",
            ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "pdf", "p.html"],
            "p.pdf2",
            "the table; no arrows",
        ),
    ]
    print(f"{FILE.name}: medians of {RUNS} cold processes\n")
    print("| | CPU ms | wall ms | KB | ratio of CPU | what comes out |\n|---|---:|---:|---:|---:|---|")
    first = None
    for name, needs, command, output, what in peers:
        if not needs or (isinstance(needs, str) and not shutil.which(needs)):
            print(f"| {name} | | | | | not installed, not measured |")
            continue
        output = output.removesuffix("2")
        (folder / output).unlink(missing_ok=True)
        got = timed(command, folder, output)
        if got is None:
            print(f"| {name} | | | | | failed, not measured |")
            continue
        cpu, wall, size = got
        first = first or cpu
        print(f"| {name} | {cpu:.1f} | {wall:.0f} | {size / 1000:.1f} | {cpu / first:.1f} | {what} |", flush=True)
    shutil.rmtree(folder, ignore_errors=True)


main()
