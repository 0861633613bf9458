# The same kernels in Python: on a thread, a pool of threads or a pool of processes of the machine's own python3.
# Reports that it is ready, then reads a line of JSON at a time from descriptor 3, and answers with one on descriptor 4. Times are measured here, so that neither
# starting Python nor communicating with it counts. Ends at the end of its input.
import concurrent.futures
import json
import math
import multiprocessing
import os
import resource
import threading
import time

FUNCTIONS = {
    "cos": math.cos,
    "sin": math.sin,
    "gauss": lambda x: math.exp(-x * x),
    "witch": lambda x: 1 / (1 + x * x),
}


def integrate(order, k, jobs):
    f = FUNCTIONS[order["function"]]
    start, iterations = order["from"], order["iterations"]
    step = (order["to"] - start) / iterations
    acc = 0.0
    for i in range(k * iterations // jobs, (k + 1) * iterations // jobs):
        acc += f(start + i * step) * step
    return acc


def is_prime(n):
    if n < 2:
        return False
    if n < 4:
        return True
    if n % 2 == 0:
        return False
    for divisor in range(3, math.isqrt(n) + 1, 2):
        if n % divisor == 0:
            return False
    return True


def primes(order, first, last):
    numbers = order["numbers"]
    return [is_prime(numbers[i % len(numbers)]) for i in range(first, last)]


def calls(order, jobs):
    """The calls that make up one run of the kernel, in the order of their results."""
    if order["kernel"] == "integrate":
        return [(integrate, (order, k, jobs)) for k in range(jobs)]
    items, chunk = order["items"], order["chunk"]
    return [(primes, (order, i, min(i + chunk, items))) for i in range(0, items, chunk)]


def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime, usage.ru_stime


def measured(call, arguments):
    """In a worker process: the result, and the CPU time that it took."""
    before = used()
    result = call(*arguments)
    after = used()
    return result, after[0] - before[0], after[1] - before[1]


def die_with_parent():
    try:
        import ctypes

        ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL
    except (ImportError, OSError, AttributeError):
        pass


def begin_worker(barrier, parent):
    global ready
    ready = barrier
    die_with_parent()
    if os.getppid() != parent:  # it had died before the system was asked
        os._exit(1)


def report():
    ready.wait()


class Sequential:
    def __init__(self, jobs):
        self.startup = 0.0

    def end(self):
        pass

    def run(self, work):
        return [call(*arguments) for call, arguments in work], 0.0, 0.0


class Threads:
    def __init__(self, jobs):
        before = time.perf_counter()
        self.pool = concurrent.futures.ThreadPoolExecutor(jobs)
        barrier = threading.Barrier(jobs)
        for future in [self.pool.submit(barrier.wait) for _ in range(jobs)]:
            future.result()
        self.startup = time.perf_counter() - before

    def run(self, work):
        futures = [self.pool.submit(call, *arguments) for call, arguments in work]
        return [future.result() for future in futures], 0.0, 0.0

    def end(self):
        self.pool.shutdown()


class Processes:
    def __init__(self, jobs):
        before = time.perf_counter()
        context = multiprocessing.get_context("fork")
        barrier = context.Barrier(jobs)
        self.pool = concurrent.futures.ProcessPoolExecutor(
            jobs, mp_context=context, initializer=begin_worker, initargs=(barrier, os.getpid())
        )
        for future in [self.pool.submit(report) for _ in range(jobs)]:
            future.result()
        self.startup = time.perf_counter() - before

    def run(self, work):
        futures = [self.pool.submit(measured, call, arguments) for call, arguments in work]
        results = [future.result() for future in futures]
        return [r[0] for r in results], sum(r[1] for r in results), sum(r[2] for r in results)

    def end(self):
        self.pool.shutdown()


KINDS = {"sequential": Sequential, "threads": Threads, "processes": Processes}


class Crew:
    """The workers for a number of jobs: one crew at a time, as its processes and their pipes count against the system's
    limits, and as a process is forked safely only while no other pool's threads run."""

    def __init__(self):
        self.key = None
        self.workers = None

    def get(self, how, jobs):
        if self.key != (how, jobs):
            if self.workers is not None:
                self.workers.end()
            self.key = self.workers = None
            self.workers = KINDS[how](jobs)
            self.key = how, jobs
        return self.workers


def answer(crews, order):
    how, jobs, loops = order["how"], order["jobs"], order["loops"]
    crew = crews.get(how, jobs)
    work = calls(order, jobs)
    user, system = used()
    elsewhere_user = elsewhere_system = 0.0
    begun = time.perf_counter()
    for _ in range(loops):
        values, u, s = crew.run(work)
        elsewhere_user += u
        elsewhere_system += s
    seconds = time.perf_counter() - begun
    now_user, now_system = used()
    return {
        "seconds": seconds / loops,
        "startup": crew.startup,
        "user": (now_user - user + elsewhere_user) / loops,
        "system": (now_system - system + elsewhere_system) / loops,
        "values": values,
    }


def main():
    die_with_parent()
    crews = Crew()
    with os.fdopen(3) as orders, os.fdopen(4, "w") as answers:
        answers.write("ready\n")
        answers.flush()
        for line in orders:
            try:
                told = answer(crews, json.loads(line))
            except Exception as failure:
                told = {"error": f"{type(failure).__name__}: {failure}"}
            answers.write(json.dumps(told) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
