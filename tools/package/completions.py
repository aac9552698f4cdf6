"""Completions for bash, zsh and fish, made of the program's own options."""

from collections.abc import Iterator
from pathlib import Path

from tools.package import options
from tools.package.options import Command, Option

_FISH = "complete -c genre-desktop"


def write_completions(share: Path) -> None:
    """Write all three where the shells look for them below a `share` folder."""
    itself, every = options.program(), list(options.commands())
    for place, lines in (
        ("bash-completion/completions/genre-desktop", _bash(itself, every)),
        ("zsh/site-functions/_genre-desktop", _zsh(itself, every)),
        ("fish/vendor_completions.d/genre-desktop.fish", _fish(itself, every)),
    ):
        path = share / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _named(command: Command) -> list[Option]:
    return [option for option in command.options if option.names]


def _actions(command: Command) -> str:
    """What may follow the command itself, as "backup" follows "library"; empty for a path."""
    return " ".join(word for each in command.options if not each.names for word in each.choices)


def _bash(itself: Command, every: list[Command]) -> Iterator[str]:
    """Paths are left to readline (`-o default`), which knows blanks, quotes and `~`."""
    first = " ".join([*(command.name for command in every), *_names(itself)])
    yield "_genre_desktop() {"
    yield "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"
    yield "    COMPREPLY=()"
    yield '    case "${COMP_WORDS[1]}:$before" in'
    for command in every:
        for option in _named(command):
            if option.value:
                pattern = "|".join(f"{command.name}:{name}" for name in option.names)
                yield f"        {pattern}) {_bash_value(option)}return ;;"
    yield "    esac"
    yield "    if [[ $COMP_CWORD -eq 1 ]]; then"
    yield f"        COMPREPLY=({_of_words(first)})"
    yield from _bash_actions(every)
    yield "    elif [[ $word == -* ]]; then"
    yield '        case "${COMP_WORDS[1]}" in'
    for command in every:
        yield f"            {command.name}) COMPREPLY=({_of_words(' '.join(_names(command)))}) ;;"
    yield "        esac"
    yield "    fi"
    yield "}"
    yield "complete -o default -F _genre_desktop genre-desktop"


def _bash_actions(every: list[Command]) -> Iterator[str]:
    for command in every:
        if _actions(command):
            words = " ".join([_actions(command), *_names(command)])
            yield f"    elif [[ $COMP_CWORD -eq 2 && ${{COMP_WORDS[1]}} == {command.name} ]]; then"
            yield f"        COMPREPLY=({_of_words(words)})"


def _bash_value(option: Option) -> str:
    """What offers the values of an option, empty where they are paths."""
    if option.choices:
        return f"COMPREPLY=({_of_words(' '.join(option.choices))}); "
    return "" if option.takes_a_path else "compopt +o default; "


def _of_words(words: str) -> str:
    return f'$(compgen -W "{words}" -- "$word")'


def _names(command: Command) -> list[str]:
    return [name for option in _named(command) for name in option.names]


def _zsh(itself: Command, every: list[Command]) -> Iterator[str]:
    yield "#compdef genre-desktop"
    yield "local -a commands"
    yield "commands=("
    for command in every:
        yield f"    '{command.name}:{_quoted(command.help)}'"
    yield ")"
    yield "if (( CURRENT == 2 )); then"
    yield "    _describe command commands"
    specs = " ".join(_zsh_option(option) for option in _named(itself))
    yield f"    _arguments {specs} '*:path:_files'"
    yield "    return"
    yield "fi"
    yield 'case "$words[2]" in'
    for command in every:
        specs = " ".join(_zsh_option(option) for option in _named(command))
        yield f"    {command.name}) shift words; (( CURRENT-- ))"
        action = f"'1:action:({_actions(command)})' " if _actions(command) else ""
        yield f"        _arguments {specs} {action}'*:path:_files' ;;"
    yield "    *) _files ;;"
    yield "esac"


def _zsh_option(option: Option) -> str:
    about = _quoted(option.help).replace("[", "(").replace("]", ")")
    value = ""
    if option.choices:
        value = f":{option.value.lower()}:({' '.join(option.choices)})"
    elif option.value:
        value = f":{option.value.lower()}:{'_files' if option.takes_a_path else ''}"
    return " ".join(f"'{name}[{about}]{value}'" for name in option.names)


def _quoted(words: str) -> str:
    return words.replace("'", "’").replace(":", " –")


def _fish(itself: Command, every: list[Command]) -> Iterator[str]:
    for command in every:
        sentence = _quoted(command.help)
        yield f"{_FISH} -n __fish_use_subcommand -a {command.name} -d '{sentence}'"
    for option in _named(itself):
        yield f"{_FISH} -n __fish_use_subcommand {_fish_option(option)}"
    for command in every:
        where = f"-n '__fish_seen_subcommand_from {command.name}'"
        if _actions(command):
            yield f"{_FISH} {where} -a '{_actions(command)}'"
        for option in _named(command):
            yield f"{_FISH} {where} {_fish_option(option)}"


def _fish_option(option: Option) -> str:
    words = [
        f"-l {name.removeprefix('--')}" if name.startswith("--") else f"-s {name[1:]}"
        for name in option.names
    ]
    if option.choices:
        words.append(f"-x -a '{' '.join(option.choices)}'")
    elif option.value:
        words.append("-r" if option.takes_a_path else "-x")
    return f"{' '.join(words)} -d '{_quoted(option.help)}'"
