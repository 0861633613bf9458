"""What tests/ends/run does: ends.py PROGRAM STARTS KILLS WINDOWS."""

import concurrent.futures
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
STARTS, KILLS, WINDOWS = map(int, sys.argv[2:5])
MOST_SECONDS = 20
INTERRUPTED = 130
ENDS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def experiments():
    told = json.loads(subprocess.run([PROGRAM, "list", "--json"], capture_output=True, check=True).stdout)
    return [one["id"] for one in (told if isinstance(told, list) else told["experiments"])]


def of_session(session):
    """The processes of a session that have not ended."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                fields = stat.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(pid))
    return found


def eventually(holds):
    until = time.monotonic() + MOST_SECONDS
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.02)
    return False


class Place:
    """A folder for everything that a program writes."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="ends-")
        self.environment = {**os.environ, "TMPDIR": self.path, "HOME": self.path, "XDG_CONFIG_HOME": self.path}

    def start(self, arguments, display=None):
        environment = {**self.environment, **({"DISPLAY": display} if display else {})}
        return subprocess.Popen(
            [PROGRAM, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )

    def left(self):
        return [name for name in os.listdir(self.path) if name.startswith("threadscape-") or name.endswith(".tmp")]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


def ended(process, allowed):
    """Why not as it should; None: it did."""
    try:
        code = process.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return f"still ran after {MOST_SECONDS} s"
    if code not in allowed:
        return f"exit code {code}"
    if not eventually(lambda: not of_session(process.pid)):
        return f"left processes {of_session(process.pid)}"
    return None


def stop_one(case):
    seed, experiment = case
    chance = random.Random(seed)
    with Place() as place:
        process = place.start(["run", experiment, "--seconds", "20", "--json", place.path + "/r.json"])
        time.sleep(chance.uniform(0.02, 0.6))
        process.send_signal(chance.choice(ENDS))
        # Before it listens to signals the system ends it.
        why = ended(process, (0, INTERRUPTED, *(-end for end in ENDS)))
        if why is None and place.left():
            why = f"left {place.left()}"
    return f"{experiment}, start {seed}: {why}" if why else None


def kill_one(case):
    seed, experiment = case
    chance = random.Random(seed)
    with Place() as place:
        process = place.start(["run", experiment, "--seconds", "20", "--trace", place.path + "/r.tscape"])
        time.sleep(chance.uniform(0.02, 0.6))
        process.kill()
        why = ended(process, (0, -signal.SIGKILL))
        if why is None and os.path.exists(place.path + "/r.tscape") and process.returncode != 0:
            why = "wrote a file that is not whole"
        if why is None and place.left():  # the next start clears it away
            process = place.start(["run", "thumbnails", "--set", "images=1"])
            why = ended(process, (0,))
            if why is None and place.left():
                why = f"left {place.left()}"
    return f"{experiment}, kill {seed}: {why}" if why else None


def end_windows(names):
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    screen = ":" + display.stdout.readline().decode().strip()
    found = []
    try:
        for seed in range(WINDOWS):
            chance = random.Random(seed)
            with Place() as place:
                os.makedirs(place.path + "/threadscape")
                with open(place.path + "/threadscape/window.json", "w") as state:
                    json.dump({"version": 1, "experiment": chance.choice(names)}, state)
                process = place.start([], screen)
                time.sleep(chance.uniform(0.7, 1.2))
                subprocess.run(
                    ["xdotool", "key", "space"],
                    env={**os.environ, "DISPLAY": screen},
                    check=False,
                    stderr=subprocess.DEVNULL,
                )
                time.sleep(chance.uniform(0, 0.8))
                process.send_signal(chance.choice(ENDS))
                why = ended(process, (INTERRUPTED, *(-end for end in ENDS)))
                if why is None and place.left():
                    why = f"left {place.left()}"
            if why:
                found.append(f"window {seed}: {why}")
    finally:
        display.terminate()
        display.wait()
    return found


def main():
    names = experiments()
    found = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for what, count, act in (("starts", STARTS, stop_one), ("kills", KILLS, kill_one)):
            before = len(found)
            cases = [(seed, names[seed % len(names)]) for seed in range(count)]
            found += [why for why in pool.map(act, cases) if why]
            print(f"-- {count} {what}: {len(found) - before} did not end as they should", flush=True)
    before = len(found)
    found += end_windows(names)
    print(f"-- {WINDOWS} windows: {len(found) - before} did not end as they should", flush=True)
    for why in found:
        print("-- " + why)
    print(f"{STARTS + KILLS + WINDOWS - len(found)} passed, {len(found)} failed")
    sys.exit(1 if found else 0)


main()
