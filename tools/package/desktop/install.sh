#!/bin/sh
# Installs Genre Desktop for the current user, or removes it again.
#
#   ./install.sh                     into ~/.local
#   ./install.sh --prefix DIR        into another folder
#   ./install.sh --remove [--prefix DIR]
#   ./install.sh --help              prints these lines
#
# Nothing of anybody else's is overwritten, and only what was installed is removed.
set -eu
umask 022
LC_ALL=C # what sha256sum says is read, and it says it in the user's language else
export LC_ALL

die() {
    printf 'install.sh: %s\n' "$1" >&2
    exit 1
}

action=install
prefix=${HOME:+$HOME/.local}
while [ $# -gt 0 ]; do
    case $1 in
        --remove) action=remove ;;
        -h | --help)
            sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
        --prefix)
            [ $# -gt 1 ] || die "--prefix wants a folder."
            shift
            prefix=$1
            ;;
        *) die "unknown: $1; there are --prefix DIR, --remove and --help." ;;
    esac
    shift
done
[ -n "$prefix" ] || die "HOME is not set; say where by --prefix DIR."
case $prefix in
    /*) ;;
    *) prefix=$(pwd)/$prefix ;;
esac
case $prefix in # what a .desktop file cannot hold in a command
    *[\"\`\$\\%\&\|]* | *'
'*) die "The folder's name has signs that a menu entry cannot hold: $prefix" ;;
esac

here=$(cd "$(dirname "$0")" && pwd -P)
home=lib/genre-desktop                # the program, below the prefix
record=$prefix/$home/installed.sha256 # what was installed: digest and path, as sha256sum writes it
if [ "$action" = remove ]; then
    [ -f "$record" ] || die "Genre Desktop is not installed in $prefix."
else
    [ -d "$here/share" ] || die "Install from the unpacked archive; from here it can be removed only."
fi
mkdir -p "$prefix"
work=$(mktemp -d "$prefix/.genre-desktop.XXXXXX")
trap 'rm -rf "$work"' EXIT

# What is there of an earlier installation and as it was installed: one path a line, sorted.
list_own() {
    : >"$work/own"
    [ -f "$record" ] || return 0
    (cd "$prefix" && sha256sum --check --quiet "$record" 2>/dev/null) |
        sed -n 's/: FAILED.*$//p' >"$work/changed"
    cut -c67- "$record" | grep -vxF -f "$work/changed" | sort >"$work/own" || true
}

remove_own() {
    [ -f "$record" ] || return 0
    while IFS= read -r path; do
        rm -f "$prefix/$path"
    done <"$work/own"
    while IFS= read -r link; do
        if [ -L "$prefix/$link" ]; then rm -f "$prefix/$link"; fi
    done <"$prefix/$home/installed.links"
    sort -r "$prefix/$home/installed.folders" >"$work/made"
    rm -f "$record" "$prefix/$home/installed.links" "$prefix/$home/installed.folders"
    # Folders that were made for it and are empty now, the deepest first; others stay.
    if [ -d "$prefix/$home" ]; then
        find "$prefix/$home" -depth -type d -exec rmdir {} \; 2>/dev/null || true
    fi
    remove_made
    forget_cache share/applications mimeinfo.cache
    forget_cache share/icons/hicolor icon-theme.cache
    remove_made
}

remove_made() {
    while IFS= read -r folder; do
        rmdir "$prefix/$folder" 2>/dev/null || true
    done <"$work/made"
}

# What refreshing left in a folder that was made for it, where nothing else lies in that.
forget_cache() {
    if grep -qxF "$1" "$work/made" && [ "$(ls -A "$prefix/$1" 2>/dev/null)" = "$2" ]; then
        rm -f "$prefix/$1/$2"
    fi
}

refresh() {
    where_there update-desktop-database "$prefix/share/applications"
    where_there gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor"
}

where_there() {
    if command -v "$1" >/dev/null 2>&1; then
        "$@" >/dev/null 2>&1 || true
    fi
}

if [ "$action" = remove ]; then
    list_own
    cut -c67- "$record" | sort | comm -13 "$work/own" - >"$work/left"
    remove_own
    refresh
    while IFS= read -r path; do
        if [ -e "$prefix/$path" ]; then
            printf 'Left, because it was changed: %s\n' "$prefix/$path"
        fi
    done <"$work/left"
    echo "Genre Desktop is removed. Preferences and the library of answers were left where they are."
    exit 0
fi

elsewhere=
if [ "$prefix" != "${HOME:-}/.local" ]; then elsewhere=" --prefix '$prefix'"; fi

# All that is to be installed, as it will lie below the prefix.
mkdir -p "$work/new/$home" "$work/new/bin" "$work/new/share"
cp -R "$here/share/." "$work/new/share/"
entry=$work/new/share/applications/genre-desktop.desktop
sed "s|^Exec=genre-desktop|Exec=\"$prefix/bin/genre-desktop\"|; s|^TryExec=.*|TryExec=$prefix/bin/genre-desktop|" \
    "$here/share/applications/genre-desktop.desktop" >"$entry"
for part in "$here"/*; do
    case ${part##*/} in
        share) ;;
        *) cp -R "$part" "$work/new/$home/" ;;
    esac
done
ln -s "../$home/genre-desktop" "$work/new/bin/genre-desktop"

(cd "$work/new" && find . -type f | sed 's|^\./||' | sort) >"$work/files"
(cd "$work/new" && find . -type l | sed 's|^\./||' | sort) >"$work/links"

# Whatever is in the way and not our own, as it was installed, is somebody else's.
list_own
if [ -f "$record" ]; then
    sort "$prefix/$home/installed.links" >>"$work/own"
    sort -o "$work/own" "$work/own"
fi
sort "$work/files" "$work/links" | while IFS= read -r path; do
    if [ -e "$prefix/$path" ] || [ -L "$prefix/$path" ]; then printf '%s\n' "$path"; fi
done | comm -23 - "$work/own" >"$work/foreign"
if [ -s "$work/foreign" ]; then
    sed "s|^|  $prefix/|" "$work/foreign" >&2
    die "These files are not this installer's, or were changed since; nothing was touched."
fi

if [ -f "$record" ]; then remove_own; fi
(cd "$work/new" && find . -mindepth 1 -type d | sed 's|^\./||' | sort) | while IFS= read -r folder; do
    [ -d "$prefix/$folder" ] || printf '%s\n' "$folder"
done >"$work/folders"
mkdir -p "$prefix/$home"
(cd "$work/new" && xargs -d '\n' sha256sum <"$work/files") >"$work/record"
cp "$work/links" "$prefix/$home/installed.links"
cp "$work/folders" "$prefix/$home/installed.folders"
cp "$work/record" "$record" # first, so that even half an installation can be removed
cp -R "$work/new/." "$prefix/"
refresh

echo "Genre Desktop is installed: $prefix/bin/genre-desktop"
echo "To remove it: sh '$prefix/$home/install.sh' --remove$elsewhere"
case :$PATH: in
    *":$prefix/bin:"*) ;;
    *) echo "$prefix/bin is not on your PATH; the menu entry works all the same." ;;
esac
