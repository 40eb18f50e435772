#!/bin/sh
# Sets up the virtual environment and what the system must have. Called by the Makefile:
#   set_up.sh PYTHON VENV EXTRAS PURPOSE       PURPOSE: window (libraries for a display) or test (fonts for layout)
set -eu
python=$1 venv=$2 extras=$3 purpose=$4

say() { echo "briefing: $*" >&2; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    say "needs Python 3.11 or newer; name it with: make PYTHON=/path/to/python3"
    exit 1
}

# Debian packages. As root they are installed; otherwise they are named in one line, and the rest goes on.
want=""
need_library() { ldconfig -p 2>/dev/null | grep -q "$1" || want="$want $2"; }
if [ "$(uname -s)" = Linux ]; then
    need_library libEGL.so.1 libegl1
    need_library libGL.so.1 libgl1
    need_library libxkbcommon.so.0 libxkbcommon0
    need_library libdbus-1.so.3 libdbus-1-3
    need_library libfontconfig.so.1 libfontconfig1
    need_library libglib-2.0.so.0 libglib2.0-0
    if [ "$purpose" = window ] && [ -n "${DISPLAY:-}" ]; then
        for pair in libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0 \
            libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-image.so.0:libxcb-image0 \
            libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 \
            libxcb-randr.so.0:libxcb-randr0 libxcb-xkb.so.1:libxcb-xkb1; do
            need_library "${pair%%:*}" "${pair##*:}"
        done
    fi
    if ! { command -v fc-list >/dev/null && fc-list | grep -qi "LiberationSerif"; }; then
        want="$want fonts-liberation fontconfig"
    fi
fi
if [ -n "$want" ]; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        say "installing$want"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $want; } >/dev/null 2>&1 ||
            say "could not install$want"
    else
        say "missing on this system:$want (Debian: sudo apt-get install$want)"
    fi
fi

if [ ! -x "$venv/bin/python" ]; then
    say "making $venv"
    # Debian's python3 may come without ensurepip; then the pip that is there serves the new environment.
    "$python" -m venv "$venv" 2>/dev/null || "$python" -m venv --clear --without-pip "$venv"
fi
if "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    pip="$venv/bin/python -m pip"
else
    pip="$python -m pip --python $venv/bin/python"
fi
say "installing packages into $venv"
$pip install -q --disable-pip-version-check -c constraints.txt -e ".$extras"
