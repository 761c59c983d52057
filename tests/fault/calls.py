# SPDX-License-Identifier: ISC
"""Every system call of every way to change notes: killed there, or made to fail. After it the notes
are as before or as they should be, never fewer; and what failed is said."""
import collections
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import tempfile

from desk import Desk

ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "ENOMEM",
          "EINTR", "EAGAIN", "EFBIG")
FILE_CALLS = {"open", "openat", "read", "pread64", "write", "pwrite64", "writev", "fsync",
              "fdatasync", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat",
              "close", "fstat", "newfstatat", "stat", "lstat", "statx", "flock", "fcntl", "mkdir",
              "mkdirat", "ftruncate", "getdents64", "fchmod", "access", "faccessat", "faccessat2",
              "readlink", "readlinkat", "lseek"}
# What a sanitizer says when a fault hit its own reading of its options, not the program.
SANITIZER = b"LeakSanitizer does not work under ptrace"
NO_RETURN = {"execve", "exit", "exit_group"}
SAMPLE = {"kill": 20, "fail": 40}  # tried of each operation, if not all are


class Operation:
    """One way to change notes: what stands before, what is done, what stands after."""

    def __init__(self, name, before, after, arguments):
        self.name, self.before, self.after, self.arguments = name, before, after, arguments

    def prepare(self, desk):
        desk.clear()
        for text in self.before:
            assert desk.add(text).returncode == 0
        # Notes of long ago: two versions of one second can't be told apart.
        for path in (desk.dossier / "notes").glob("*.yaml"):
            path.write_text(re.sub(r"(created|modified): \S+", r"\1: 2025-02-18T10:00:00Z",
                                   path.read_text()))
        assert desk.texts() == sorted(self.before)


def id_of(desk, text):
    for line in desk.run("notes", "--format=tsv").stdout.decode().splitlines():
        if text in line:
            return line.split("\t")[0]
    raise AssertionError(f"no note {text!r}")


def import_file(desk):
    """Two notes of another dossier, in a file."""
    path = desk.folder / "taken.jsonl"
    with tempfile.TemporaryDirectory(prefix="dossier-fault-") as folder:
        other = Desk(desk.program, folder)
        for text in ("taken one", "taken two"):
            assert other.add(text).returncode == 0
        path.write_bytes(other.run("export", "--format=jsonl").stdout)
    return str(path)


OPERATIONS = (
    Operation("first note", (), ("new",),
              lambda desk: ("note", "add", "a.txt", "--quote=old", "--text=new")),
    Operation("note add", ("first",), ("first", "new"),
              lambda desk: ("note", "add", "a.txt", "--quote=shut", "--text=new")),
    Operation("note edit", ("first", "other"), ("edited", "other"),
              lambda desk: ("note", "edit", id_of(desk, "first"), "--text=edited")),
    Operation("note rm", ("first", "other"), ("other",),
              lambda desk: ("note", "rm", id_of(desk, "first"))),
    Operation("notes import", ("first",), ("first", "taken one", "taken two"),
              lambda desk: ("notes", "import", import_file(desk))),
)


def strace(trace, *options):
    return ("strace", "-f", "-qq", "-s", "4096", "-o", str(trace), *options)


def calls_of(desk, arguments):
    """How often each call is made once the program is at work on the dossier, after how many of
    the start: {name: (first, last)}."""
    trace = desk.folder / "trace"
    done = desk.run(*arguments, before=strace(trace))
    assert done.returncode == 0, done
    counts, begun = collections.Counter(), {}
    for line in trace.read_text(errors="replace").splitlines():
        if not begun and str(desk.dossier) in line and "execve" not in line:
            begun = dict(counts) or {"": 0}
        called = re.match(r"\d+ +([a-z0-9_]+)\(", line)
        if called:
            counts[called[1]] += 1
    return {name: (begun.get(name, 0) + 1, last) for name, last in counts.items()
            if last > begun.get(name, 0) and name not in NO_RETURN}


class Template:
    """The folders as they are before an operation, to be copied for each attempt."""

    def __init__(self, program, operation, folder):
        self.operation = operation
        self.desk = Desk(program, folder)
        operation.prepare(self.desk)
        self.arguments = operation.arguments(self.desk)
        self.kept = pathlib.Path(str(folder) + "-kept")
        shutil.copytree(folder, self.kept)
        self.calls = calls_of(self.desk, self.arguments)
        self.restore()

    def restore(self):
        self.desk.clear()
        shutil.copytree(self.kept, self.desk.folder, dirs_exist_ok=True)

    def faults(self):
        for name, (first, last) in sorted(self.calls.items()):
            for when in range(first, last + 1):
                yield "kill", name, when, "signal=KILL"
                if name in FILE_CALLS:
                    for error in ERRORS:
                        yield "fail", name, when, "error=" + error


def check_left(template, name, why):
    """Nothing half written is left lying about."""
    notes = template.desk.dossier / "notes"
    left = [file for file in os.listdir(notes) if file.endswith(".tmp")] if notes.exists() else []
    assert not left or name in ("unlink", "unlinkat"), (why, left)


def check_state(template, status, stderr, why):
    before, after = sorted(template.operation.before), sorted(template.operation.after)
    texts = template.desk.texts(why)
    assert texts in (before, after), (why, status, stderr, f"{texts} is neither the old nor the new")
    if status == 0:
        assert texts == after, (why, "it ended well, but has not done it", stderr)
    return texts


def attempt(template, fault, again):
    """Whether the fault came about; what the program said."""
    kind, name, when, what = fault
    desk, why = template.desk, (template.operation.name, *fault)
    template.restore()
    trace = desk.folder / "trace"
    done = desk.run(*template.arguments, before=strace(
        trace, "-e", "trace=" + name, "-e", f"inject={name}:{what}:when={when}"))
    if kind == "kill":
        if done.returncode != -signal.SIGKILL:
            return False, ""
    else:
        if "INJECTED" not in trace.read_text(errors="replace"):
            return False, ""
        if SANITIZER in done.stderr:
            return False, ""
        assert done.returncode in (0, 2), (why, done)
        assert done.returncode == 0 or done.stderr.startswith(b"dossier: "), (why, done.stderr)
        check_left(template, name, why)
    texts = check_state(template, done.returncode, done.stderr, why)
    if again:
        assert desk.add("once more").returncode == 0, why
        assert desk.texts(why) == sorted([*texts, "once more"]), why
    said = done.stderr.decode(errors="replace").replace(str(desk.folder), "")
    return True, f"{done.returncode} {said.strip()}"


class Outcome:
    """What came of many attempts."""

    def __init__(self):
        self.came, self.wrong, self.said = 0, [], collections.Counter()

    def attempt_all(self, template, faults):
        for number, fault in enumerate(faults):
            try:
                came, words = attempt(template, fault, number % 5 == 0)
            except AssertionError as error:
                came, words = True, ""
                self.wrong.append(str(error))
            self.came += came
            if words and fault[0] == "fail":
                self.said[template.operation.name, fault[1], words] += 1


def try_operation(program, kind, everything, number, folder):
    operation, workers = OPERATIONS[number], 4 if everything else 2
    templates = [Template(program, operation, pathlib.Path(folder) / f"{number}-{i}")
                 for i in range(workers)]
    faults = [fault for fault in templates[0].faults() if fault[0] == kind]
    possible, outcome = len(faults), Outcome()
    random.Random(number).shuffle(faults)
    if not everything:
        faults = faults[:SAMPLE[kind]]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        # Each template lies in folders of its own; the calls are the same in all.
        list(pool.map(lambda i: outcome.attempt_all(templates[i], faults[i::workers]),
                      range(workers)))
    if outcome.came < len(faults) // 2:  # some calls are not made each time
        outcome.wrong.append(f"only {outcome.came} of {len(faults)} faults came about")
    return outcome, f"{operation.name}: {outcome.came} of {possible}"


def try_calls(program, kind, everything):
    """Tries the faults of KIND on all operations, or a sample of them: how many there were, as
    text; what went wrong; what was said."""
    wrong, numbers, said = [], [], collections.Counter()
    with tempfile.TemporaryDirectory(prefix="dossier-fault-") as folder:
        for number in range(len(OPERATIONS)):
            outcome, text = try_operation(program, kind, everything, number, folder)
            numbers.append(text)
            wrong += outcome.wrong
            said += outcome.said
    return "; ".join(numbers), wrong, said


def works():
    """strace may be absent, or not allowed to trace."""
    return shutil.which("strace") and subprocess.run(
        ["strace", "-qq", "-o", os.devnull, "true"], check=False, capture_output=True
    ).returncode == 0
