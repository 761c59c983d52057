# SPDX-License-Identifier: ISC
"""A dossier to do harm to, and the program at work on it, with or without a terminal."""
import fcntl
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import struct
import subprocess
import termios
import time

PATIENCE = 20.0  # seconds
USER_FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


class Desk:
    """A small dossier without notes, and a user's folders, in FOLDER."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.dossier = self.folder / "dossier"
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm",
                            "ASAN_OPTIONS": "detect_leaks=0", "USER": "tester"}
        for name in USER_FOLDERS:
            self.environment[name] = str(self.folder / name)
        self.dossier.mkdir(parents=True, exist_ok=True)
        (self.dossier / "a.txt").write_text("The bridge\n\nThe bridge is old. It is shut.\n")

    def run(self, *arguments, before=(), **more):
        command = [*before, self.program, "-C", str(self.dossier), *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, check=False,
                              stdin=subprocess.DEVNULL, timeout=120, **more)

    def add(self, text, before=()):
        return self.run("note", "add", "a.txt", "--quote=old", "--text=" + text, before=before)

    def clear(self):
        """The dossier as it was before its first note."""
        for path in (self.dossier / "notes", *(self.folder / name for name in USER_FOLDERS)):
            shutil.rmtree(path, ignore_errors=True)

    def texts(self, why=""):
        """The texts of all notes, in order; a complaint of the program is a failure."""
        done = self.run("notes", "--format=jsonl")
        assert not done.stderr, (why, done.stderr)
        return sorted(json.loads(line)["text"] for line in done.stdout.decode().splitlines())

    def kept(self):
        """All that the state folder remembers, as text."""
        files = (self.folder / "XDG_STATE_HOME").rglob("reading.yaml")
        return "".join(file.read_text() for file in files)


class Reader:
    """The program on a terminal of its own, without anything in between."""

    def __init__(self, desk, *arguments):
        self.raw = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execve(desk.program, ["dossier", *(arguments or (str(desk.dossier),))],
                      desk.environment)
        self.size(80, 24)
        self.wait(b"bridge")

    def read(self, seconds):
        if select.select([self.terminal], [], [], seconds)[0]:
            try:
                self.raw += os.read(self.terminal, 65536)
            except OSError:
                pass

    def wait(self, words):
        end = time.monotonic() + PATIENCE
        while words not in self.raw:
            assert time.monotonic() < end, (words, self.raw[-2000:])
            self.read(0.1)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def size(self, width, height):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def end(self):
        """The wait status; the terminal is read meanwhile."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read(0.02)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.read(0.02)
                os.close(self.terminal)
                return status
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise AssertionError(("it did not end", self.raw[-500:]))
