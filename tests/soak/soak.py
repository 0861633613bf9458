"""What tests/soak/run does: soak.py PROGRAM [MINUTES] [bank|locks|window]..."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
MINUTES = float(sys.argv[2]) if len(sys.argv) > 2 else 20
SUBJECTS = sys.argv[3:] or ["bank", "locks", "window"]
RUNS = {
    "bank": ["--set", "depositors=64", "--set", "withdrawers=64", "--set", "deposit_pause_ms=0", "--set", "withdraw_pause_ms=0", "--set", "work_ms=0"],
    "locks": ["--set", "threads=32", "--set", "hold_ms=0", "--set", "think_ms=0"],
}
KEYS = ["space", "space", "space", "F5", "Escape", "Page_Down", "Page_Down", "F1", "Escape", "h", "f", "plus", "minus"]
KEYS += ["ctrl+l", "ctrl+d", "Left", "Right", "Up", "Down", "Tab", "Return", "ctrl+1", "ctrl+2", "ctrl+3", "r", "BackSpace"]


class Watch:
    """Of a process: resident memory in MB, threads, descriptors; a sample a second."""

    def __init__(self, pid):
        self.pid = pid
        self.samples = []

    def sample(self):
        with open(f"/proc/{self.pid}/status") as status:
            lines = dict(line.split(":", 1) for line in status if ":" in line)
        self.samples.append(
            (
                int(lines["VmRSS"].split()[0]) / 1024,
                int(lines["Threads"]),
                len(os.listdir(f"/proc/{self.pid}/fd")),
            )
        )

    def minute(self):
        return tuple(max(column) for column in zip(*self.samples[-60:]))

    def offences(self, name):
        """The second half against the first, of which the first quarter is a beginning."""
        count = len(self.samples)
        early, late = self.samples[count // 4 : count // 2], self.samples[count // 2 :]
        found = []
        for column, what, slack in ((0, "MB", 16), (1, "threads", 4), (2, "descriptors", 4)):
            before, after = max(s[column] for s in early), max(s[column] for s in late)
            if after > before * 1.1 + slack:
                found.append(f"{name}: {what} grew from {before:.0f} to {after:.0f}")
        return found


def follow(name, process, seconds, act=None):
    watch = Watch(process.pid)
    started = time.monotonic()
    told = 0
    while time.monotonic() - started < seconds:
        if process.poll() is not None:
            return [f"{name}: ended by itself with {process.returncode}"]
        watch.sample()
        if act:
            act()
        time.sleep(max(0, 1 - (time.monotonic() - started) % 1))
        if time.monotonic() - started >= (told + 1) * 60:
            told += 1
            memory, threads, descriptors = watch.minute()
            print(f"-- {name} {told:3d} min: {memory:.0f} MB, {threads} threads, {descriptors} descriptors", flush=True)
    process.send_signal(signal.SIGINT)
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        return [f"{name}: did not end when asked"]
    found = watch.offences(name)
    if process.returncode not in (0, 130):
        found.append(f"{name}: exit code {process.returncode}")
    return found


def soak_run(name):
    process = subprocess.Popen([PROGRAM, "run", name, "--seconds", "0", *RUNS[name]], stdout=subprocess.DEVNULL)
    return follow(name, process, MINUTES * 60)


def soak_window():
    chance = random.Random(1)
    folder = tempfile.mkdtemp(prefix="soak-")
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    screen = ":" + display.stdout.readline().decode().strip()
    environment = {**os.environ, "DISPLAY": screen, "HOME": folder, "XDG_CONFIG_HOME": folder}

    def tell(*words):
        subprocess.run(["xdotool", *map(str, words)], env=environment, check=False, stderr=subprocess.DEVNULL)

    def act():
        for _ in range(chance.randint(1, 4)):
            what = chance.random()
            x, y = chance.randint(5, 1435), chance.randint(60, 880)
            if what < 0.5:
                tell("key", chance.choice(KEYS))
            elif what < 0.75:
                # Not where menus open file dialogs, which wait for somebody.
                tell("mousemove", x, max(y, 90), "click", 1)
            elif what < 0.9:
                tell("mousemove", x, y, "click", chance.choice([4, 5]))
            else:
                tell("mousemove", x, y, "mousedown", 1, "mousemove_relative", "--", chance.randint(-80, 80), 0, "mouseup", 1)

    try:
        process = subprocess.Popen([PROGRAM], env=environment)
        time.sleep(3)
        return follow("window", process, MINUTES * 60, act)
    finally:
        display.terminate()
        display.wait()
        shutil.rmtree(folder, ignore_errors=True)


failures = []
for subject in SUBJECTS:
    failures += soak_window() if subject == "window" else soak_run(subject)
for failure in failures:
    print("-- " + failure)
print(f"{len(SUBJECTS) - len({failure.split(':')[0] for failure in failures})} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
