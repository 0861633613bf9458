"""A headless Chromium, driven over two pipes by its DevTools protocol."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Chromium:
    """A browser with one page. Use as a context: it and its profile are gone afterwards."""

    LONGEST = 60  # s for an answer

    def __enter__(self):
        self._profile = tempfile.mkdtemp(prefix="speedscope-")
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        arguments = ["chromium", "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--mute-audio",
                     "--use-angle=swiftshader", "--enable-unsafe-swiftshader", f"--user-data-dir={self._profile}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")  # it refuses to start otherwise
        # It reads descriptor 3 and writes 4; both may be in use here.
        wrapper = ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "bash", *arguments, "about:blank"]
        self._log = open(os.path.join(self._profile, "log.txt"), "wb")
        self._process = subprocess.Popen(wrapper, pass_fds=(to_browser, from_browser), stdin=subprocess.DEVNULL,
                                         stdout=self._log, stderr=self._log)
        os.close(to_browser)
        os.close(from_browser)
        self._bytes, self._number, self._session, self.events = b"", 0, None, []
        page = next(one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "DOM"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        os.close(self._out)  # it ends with the pipe
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        self._log.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def call(self, method, **parameters):
        """Sends a command and returns its result; what happens meanwhile is in `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data):]
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def evaluate(self, expression):
        """The value of an expression in the page, or of the promise that it is."""
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def handle(self, expression):
        """A name for an object of the page, for other commands."""
        return self.call("Runtime.evaluate", expression=expression)["result"]["objectId"]

    def complaints(self):
        """What the page has warned of since the last call."""
        texts = []
        for event in self.events:
            method, told = event.get("method"), event.get("params", {})
            if method == "Runtime.consoleAPICalled" and told["type"] in ("warning", "error", "assert"):
                texts.append(" ".join(str(part.get("value", part.get("description"))) for part in told["args"]))
            elif method == "Runtime.exceptionThrown":
                details = told["exceptionDetails"]
                texts.append(details.get("exception", {}).get("description", details["text"]))
            elif method == "Log.entryAdded" and told["entry"]["level"] in ("warning", "error"):
                texts.append(told["entry"]["text"])
        self.events.clear()
        return texts

    def _receive(self):
        until = time.monotonic() + self.LONGEST
        while b"\0" not in self._bytes:
            if not select.select([self._in], [], [], max(0, until - time.monotonic()))[0]:
                raise RuntimeError("the browser does not answer")
            more = os.read(self._in, 1 << 20)
            if not more:
                raise RuntimeError("the browser has ended: " + self._last_words())
            self._bytes += more
        message, self._bytes = self._bytes.split(b"\0", 1)
        return json.loads(message)

    def _last_words(self):
        with open(self._log.name, "rb") as log:
            return log.read()[-1000:].decode(errors="replace")
