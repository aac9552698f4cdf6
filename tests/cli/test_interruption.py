"""Ctrl-C between a step's two halves waits; where nothing can be lost it acts at once."""

import os
import subprocess
import sys
import textwrap

from tests.acceptance.program import need_posix


def run(body: str) -> str:
    script = """
        import os, signal, threading
        from genre_desktop.cli.interruption import (
            interrupt_once, interruption_held, interruption_let_through
        )
        def press(): os.kill(os.getpid(), signal.SIGINT)
        interrupt_once()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script) + textwrap.dedent(body)],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
        timeout=60,
    )
    return done.stdout + done.stderr.strip().rpartition("\n")[2]


def test_a_held_interruption_only_sets_the_event() -> None:
    need_posix("Ctrl-C as a signal")
    said = run(
        """
        with interruption_held() as interrupted:
            press()
            press()
            print("whole", interrupted.is_set())
        """
    )
    assert said == "whole True\n"


def test_what_may_take_long_is_cut_short() -> None:
    need_posix("Ctrl-C as a signal")
    said = run(
        """
        with interruption_held():
            with interruption_let_through():
                press()
                print("not cut")
        """
    )
    assert said == "KeyboardInterrupt"


def test_an_interruption_held_before_is_let_through_first() -> None:
    need_posix("Ctrl-C as a signal")
    said = run(
        """
        with interruption_held():
            press()
            with interruption_let_through():
                print("begun")
        """
    )
    assert said == "KeyboardInterrupt"


def test_outside_an_interruption_raises() -> None:
    need_posix("Ctrl-C as a signal")
    said = run(
        """
        with interruption_held():
            pass
        press()
        print("went on")
        """
    )
    assert said == "KeyboardInterrupt"


def test_ctrl_c_while_the_program_is_being_loaded_is_one_sentence() -> None:
    said = run(
        """
        import sys
        from genre_desktop.__main__ import main

        class Pressed:
            def find_spec(self, name, *_):
                if name == "genre_desktop.cli.command":
                    raise KeyboardInterrupt

        sys.meta_path.insert(0, Pressed())
        sys.argv = ["genre-desktop", "models"]
        print(main())
        """
    )
    assert said == "130\ngenre-desktop: Interrupted."
