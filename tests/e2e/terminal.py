# SPDX-License-Identifier: ISC
"""A program in a real terminal, by tmux: type, wait for what it shows, resize, look."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

PATIENCE = 30.0  # seconds that a screen may take to show what is waited for
PAUSE = 0.02     # seconds between two looks
# tmux may miss the end of a program, so a shell tells it.
SHELL = ["sh", "-c", '"$@"; echo "[ended: $?]"; read -r _', "sh"]
ENDED = re.compile(r"\[ended: (\d+)\]")


def available():
    return shutil.which("tmux") is not None


class NotShown(AssertionError):
    """What was waited for did not come; the text is the screen."""


class Terminal:
    """One tmux server of its own, with one session; use it in a `with`."""

    def __init__(self, folder, command, environment, width=80, height=24):
        self.socket = tempfile.mktemp(prefix="tmux.", dir=folder)
        self.environment = environment
        self.command, self.size = command, (width, height)

    def __enter__(self):
        width, height = map(str, self.size)
        self.tmux("start-server", ";",
                  "set-option", "-g", "default-terminal", "screen-256color", ";",
                  "set-option", "-s", "escape-time", "0", ";", "set-option", "-g", "status", "off",
                  ";", "new-session", "-d", "-x", width, "-y", height, *SHELL, *self.command)
        return self

    def __exit__(self, *_):
        self.tmux("kill-server", check=False)

    def tmux(self, *arguments, check=True):
        done = subprocess.run(["tmux", "-f", "/dev/null", "-S", self.socket, *arguments],
                              env=self.environment, capture_output=True, check=False)
        if check and done.returncode != 0:
            raise NotShown(f"tmux {arguments[0]}: {done.stderr.decode()}")
        return done.stdout.decode("utf-8", errors="replace")

    def look(self, styled=False):
        """The screen as text; STYLED: with its SGR sequences."""
        return self.tmux("capture-pane", "-p", *(["-e"] if styled else []))

    def until(self, holds, what, ended=False):
        """Waits till HOLDS(screen); fails with WHAT and the screen otherwise, and at once where the
        program has ended, unless ENDED is waited for."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.look()
            if holds(screen):
                return screen
            if time.monotonic() > end or (ENDED.search(screen) and not ended):
                raise NotShown(f"{what}; the screen:\n{screen.rstrip()}")
            time.sleep(PAUSE)

    def wait(self, *texts):
        return self.until(lambda screen: all(text in screen for text in texts),
                          f"{texts} did not show")

    def wait_gone(self, text):
        return self.until(lambda screen: text not in screen, f"{text!r} stayed")

    def press(self, *keys):
        """Keys by tmux's names: j, Enter, Escape, C-d, …"""
        self.tmux("send-keys", *keys)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def resize(self, width, height):
        self.tmux("resize-window", "-x", str(width), "-y", str(height))

    def status(self):
        """The program's exit status, once it has ended."""
        return int(ENDED.search(self.until(ENDED.search, "it did not end", ended=True)).group(1))


def environment_in(folder):
    """A user of their own: fresh XDG folders in FOLDER, a fixed locale and zone."""
    folder = pathlib.Path(folder)
    kept = {name: value for name, value in os.environ.items()
            if name in ("PATH", "TSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH")}
    made = {"HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config",
            "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache"}
    made = {name: str(folder / value) for name, value in made.items()}
    for value in made.values():
        os.makedirs(value, exist_ok=True)
    themes = str(pathlib.Path(__file__).resolve().parents[2] / "themes")
    return {**kept, **made, "LC_ALL": "C.UTF-8", "TZ": "UTC", "DOSSIER_THEMES": themes,
            "USER": "tester", "LOGNAME": "tester", "SHELL": "/bin/sh"}
