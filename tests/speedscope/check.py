#!/usr/bin/env python3
"""Loads a trace of every experiment, or of those named, into speedscope, in a browser without a screen.

    tests/speedscope/check.py THREADSCAPE INDEX.HTML [EXPERIMENT...]

It must not warn of anything, no slice may be within another, and for each thread and state its total must be the one of the
run's tables, for each operation the one of the trace. Exit codes: 0 so it was, 1 it was not.
"""

import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from devtools import Chromium

SECONDS = "0.3"
SHORT = {"integrate": ["jobs_max=2", "repeats=1", "iterations=10000"], "primes": ["jobs_max=2", "repeats=1", "copies=1"]}
LONGEST = 60  # s for an import
NS = 10**9
MOST_SAID = 50

STATES = ("running", "ready", "lock", "semaphore", "condition", "queue", "join", "future", "sleep", "io", "gil", "idle",
          "unknown")

# The sum of the first two, in doubles, is more than the next one's start.
STAIRCASE = {"traceEvents": [{"ph": "X", "pid": 1, "tid": 1, "name": name, "ts": ts, "dur": dur}
                             for name, ts, dur in [("a", 0.1, 0.2), ("b", 0.3, 0.1)]]}


def ns(us):
    return round(Decimal(us) * 1000)


class Speedscope:
    """The page in a browser."""

    def __init__(self, browser, page):
        self._browser, self._page, self._loads = browser, page, 0
        browser.call("Page.addScriptToEvaluateOnNewDocument", source=(Path(__file__).parent / "totals.js").read_text())

    def load(self, path):
        """What its importer made of a file: its complaints, and its totals by thread."""
        self._loads += 1  # the last one's page stands until the new one does
        self._browser.call("Page.navigate", url=f"{self._page.as_uri()}?{self._loads}")
        chooser = f"location.search === '?{self._loads}' && document.querySelector('input[type=file]')"
        self._wait_for(lambda: self._browser.evaluate(f"document.readyState === 'complete' && !!({chooser})"),
                       "a place to choose a file")
        self._browser.complaints()
        self._browser.call("DOM.setFileInputFiles", files=[str(path)], objectId=self._browser.handle(chooser))
        totals = self._wait_for(lambda: self._browser.evaluate("importedTotals()"), f"an import of {path}")
        return self._browser.complaints(), totals

    @staticmethod
    def _wait_for(value, what):
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            if now := value():
                return now
            time.sleep(0.05)
        raise RuntimeError(f"There is never {what}")


def run(threadscape, experiment, folder):
    settings = [word for setting in SHORT.get(experiment, []) for word in ("--set", setting)]
    subprocess.run([threadscape, "run", experiment, "--seconds", SECONDS, *settings, "--trace", folder / "trace.json",
                    "--csv", folder], check=True, stdout=subprocess.DEVNULL)


def table(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def threads_of(trace, tracks):
    """By tid: the number of the track whose states it has, or None where it has operations."""
    threads, track = {}, 0
    for event in trace:
        if event["ph"] == "M" and event["name"] == "thread_name":
            is_track = track < len(tracks) and event["args"]["name"] == tracks[track]["name"]
            threads[event["tid"]] = track if is_track else None
            track += is_track
    return threads


def expected(folder):
    """By tid and name the total in ns: of states from the tables, of operations from the trace."""
    trace = json.loads((folder / "trace.json").read_text(), parse_float=Decimal)["traceEvents"]
    tracks = table(folder / "tracks.csv")
    threads = threads_of(trace, tracks)
    assert sorted(track for track in threads.values() if track is not None) == list(range(len(tracks)))
    totals = defaultdict(int)
    for event in trace:
        if event["ph"] == "X" and threads[event["tid"]] is None:
            totals[event["tid"], event["name"]] += ns(event["dur"])
    tid_of = {track: tid for tid, track in threads.items()}
    # For whom a core's rest was is known in shares alone, which no slice can show: its spans are compared.
    for span in table(folder / "spans.csv"):
        if tracks[int(span["track"])]["kind"] == "core":
            length = (Decimal(span["end_s"]) - Decimal(span["start_s"])) * NS
            totals[tid_of[int(span["track"])], span["state"]] += int(length)
    for number, track in enumerate(tracks):
        if track["kind"] != "core":
            for state in STATES:
                if (total := round(Decimal(track[f"{state}_s"]) * NS)) > 0:
                    totals[tid_of[number], state] = total
    return totals


def differences(totals, imported):
    """What speedscope counts otherwise, in words. The doubles that it adds up may make it some ps a slice."""
    seen = {}
    for profile in imported:
        tid = int(re.search(r"\(tid (\d+)\)$", profile["name"]).group(1))
        if profile["unit"] != "microseconds":
            yield f"{profile['name']} is in {profile['unit']}"
        if profile["nested"]:
            yield f"{profile['name']} has {profile['nested']} slices within others"
        for name, total in profile["totals"].items():
            seen[tid, name] = total
    for key in sorted(totals.keys() | seen.keys()):
        total = seen.get(key, {"us": 0, "slices": 0})
        if abs(total["us"] * 1000 - totals.get(key, 0)) > 0.5 + 0.001 * total["slices"]:
            yield f"tid {key[0]}, {key[1]}: {total['us']} µs in speedscope, {totals.get(key, 0)} ns here"


def check(speedscope, experiment, folder):
    """Its faults in words, and how many slices it had."""
    complaints, imported = speedscope.load(folder / "trace.json")
    slices = sum(total["slices"] for profile in imported for total in profile["totals"].values())
    faults = [f"speedscope says: {text}" for text in complaints] + list(differences(expected(folder), imported))
    if not slices:
        faults.append("nothing was imported")
    return [f"{experiment}: {fault}" for fault in faults], slices


def main():
    threadscape, page, *chosen = sys.argv[1:]
    listed = json.loads(subprocess.run([threadscape, "list", "--json"], check=True, stdout=subprocess.PIPE).stdout)
    experiments = chosen or [one["id"] for one in listed["experiments"]]
    faults, slices = [], 0
    with Chromium() as browser, tempfile.TemporaryDirectory() as folder:
        speedscope = Speedscope(browser, Path(page).resolve())
        staircase = Path(folder, "staircase.json")
        staircase.write_text(json.dumps(STAIRCASE))
        if not speedscope.load(staircase)[0]:
            faults.append("speedscope does not warn of a slice that ends within the next: this test sees nothing")
        for experiment in experiments:
            place = Path(folder, experiment)
            place.mkdir()
            run(threadscape, experiment, place)
            found, count = check(speedscope, experiment, place)
            faults += found
            slices += count
    for fault in faults[:MOST_SAID]:
        print(fault)
    print(f"speedscope: {len(experiments)} traces, {slices} slices, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
