"""The sweep of tests/limits/run: sweep.py PROGRAM [EXPERIMENT|window]..."""

import collections
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
EXPERIMENTS = ["deposit", "bank", "locks", "futures", "thumbnails", "processes", "pipe", "echo", "integrate"]
DESCRIPTORS = [3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64]
THREADS = list(range(1, 17))
MEGABYTES = [100, 150, 200, 250, 300, 350, 400, 500, 600, 800, 1000]
FILE_BYTES = [0, 4096, 65536]
LIMITS = (
    [("descriptors", resource.RLIMIT_NOFILE, n) for n in DESCRIPTORS]
    + [("threads", resource.RLIMIT_NPROC, n) for n in THREADS]
    + [("MB", resource.RLIMIT_AS, n * 1_000_000) for n in MEGABYTES]
    + [("bytes a file", resource.RLIMIT_FSIZE, n) for n in FILE_BYTES]
)
MOST_SECONDS = 60
# A user without processes, whom no name belongs to: root has no limit of threads, and others have processes already.
NOBODY = 64321


def limited(which, amount):
    def apply():
        if which == resource.RLIMIT_NPROC and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        resource.setrlimit(which, (amount, amount))

    return apply


def threads_here():
    """Of this user, which count against its limit."""
    count = 0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.stat(f"/proc/{pid}").st_uid == os.getuid():
                count += len(os.listdir(f"/proc/{pid}/task"))
        except OSError:
            pass
    return count


def sentences(text):
    """Of standard error, without the lines of others: Python's, and of the workers that could not begin."""
    return [line for line in text.splitlines() if line.strip()]


def offence(code, err, unfinished):
    if unfinished:
        return f"still ran after {MOST_SECONDS} s"
    if code == 127 and "error while loading shared libraries" in err:
        return None  # the system's loader, before the program's first line
    if code < 0 or code > 128:
        return f"ended by signal {-code if code < 0 else code - 128}"
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if code == 2 and "has no setting" in err:
        return "the sweep itself is wrong"
    if code != 0 and not sentences(err):
        return "not a word"
    if "terminate called" in err:
        return "an exception that nobody caught"
    return None


class Sweep:
    def __init__(self):
        self.seen = collections.Counter()
        self.offences = []
        self.said = collections.Counter()

    def note(self, subject, limit, code, err, unfinished):
        kind, _, amount = limit
        shown = amount // 1_000_000 if kind == "MB" else amount
        self.seen[code] += 1
        for line in sentences(err):
            self.said[line[:160]] += 1
        why = offence(code, err, unfinished)
        if why:
            self.offences.append(f"{subject} with {shown} {kind}: {why}")
            print(f"-- {self.offences[-1]}: {err.strip()[-400:]}", flush=True)

    def run(self, arguments, limit, end_after=None, environment=None):
        kind, which, amount = limit
        if which == resource.RLIMIT_NPROC and os.geteuid() != 0:
            amount += threads_here()
        folder = tempfile.mkdtemp(prefix="limits-")
        os.chmod(folder, 0o777)
        child = subprocess.Popen(
            [PROGRAM, *(argument.replace("@", folder) for argument in arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "TMPDIR": folder, "HOME": folder, **(environment or {})},
            preexec_fn=limited(which, amount),
            start_new_session=True,
        )
        unfinished = False
        try:
            _, said = child.communicate(timeout=end_after or MOST_SECONDS)
        except subprocess.TimeoutExpired:
            unfinished = not end_after
            child.send_signal(signal.SIGTERM)
            try:
                _, said = child.communicate(timeout=MOST_SECONDS)
            except subprocess.TimeoutExpired:
                unfinished = True
                os.killpg(child.pid, signal.SIGKILL)
                _, said = child.communicate()
        said = said.decode(errors="replace")
        left = [name for name in os.listdir(folder) if name.startswith("threadscape-") or name.endswith(".tmp")]
        shutil.rmtree(folder, ignore_errors=True)
        if left and not unfinished:
            said += f"\nleft behind: {left}"
            self.offences.append(f"{arguments}: left {left}")
        code = child.returncode
        if end_after and code == 130:
            code = 0  # ended as asked
        return code, said, unfinished

    def experiment(self, name):
        more = {"integrate": ["--set", "backends=threads,processes", "--set", "iterations=100000"]}
        for limit in LIMITS:
            for outputs in (["--json", "@/r.json"], ["--trace", "@/r.tscape", "--png", "@/r.png"]):
                arguments = ["run", name, "--seconds", "1", *outputs, *more.get(name, [])]
                self.note(name, limit, *self.run(arguments, limit))

    def window(self):
        display = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            shown = {"DISPLAY": ":" + display.stdout.readline().decode().strip()}
            for limit in LIMITS:
                self.note("window", limit, *self.run([], limit, end_after=2, environment=shown))
        finally:
            display.terminate()
            display.wait()


def main():
    sweep = Sweep()
    subjects = sys.argv[2:] or [*EXPERIMENTS, "window"]
    for subject in subjects:
        started = time.monotonic()
        if subject == "window":
            sweep.window()
        else:
            sweep.experiment(subject)
        print(f"-- {subject}: {len(LIMITS)} limits, {time.monotonic() - started:.0f} s", flush=True)
    print("-- Said:")
    for line, times in sweep.said.most_common():
        print(f"   {times:4d}  {line}")
    print("-- Exit codes:", ", ".join(f"{code}: {times}" for code, times in sorted(sweep.seen.items())))
    print(f"{sum(sweep.seen.values()) - len(sweep.offences)} passed, {len(sweep.offences)} failed")
    sys.exit(1 if sweep.offences else 0)


main()
