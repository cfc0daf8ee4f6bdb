# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts of packaging/. Sourced, never run.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
PACKAGE_LIST="$ROOT/packaging/packages/packages.txt"

say() { printf '== %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# The Debian release this system corresponds to: 12 or 13. Derivatives of a release take its list.
debian_release() {
    local id="" like="" version="" codename=""
    if [ -r /etc/os-release ]; then
        # shellcheck disable=SC1091
        { id="$(. /etc/os-release && echo "${ID:-}")"; like="$(. /etc/os-release && echo "${ID_LIKE:-}")"
          version="$(. /etc/os-release && echo "${VERSION_ID:-}")"
          codename="$(. /etc/os-release && echo "${VERSION_CODENAME:-}")"; }
    fi
    case "$id:$version:$codename" in
        debian:12*|*:bookworm) echo 12 ;;
        debian:13*|*:trixie) echo 13 ;;
        ubuntu:24*) echo 12 ;;
        *) [[ "$id $like" == *debian* || "$id $like" == *ubuntu* ]] && echo 13 || echo none ;;
    esac
}

# packages_for RELEASE PURPOSE... : names from the list, one a line.
packages_for() {
    local release="$1"; shift
    local purposes=" $* " purpose name option skip
    while read -r purpose name options; do
        [[ -z "$purpose" || "$purpose" == \#* || "$purposes" != *" $purpose "* ]] && continue
        skip=no
        for option in $options; do
            case "$option" in
                only=*) [ "${option#only=}" = "$release" ] || skip=yes ;;
                unless=*) ! command -v "${option#unless=}" >/dev/null 2>&1 || skip=yes ;;
                *) die "$PACKAGE_LIST: unknown option '$option' of $name" ;;
            esac
        done
        [ "$skip" = yes ] || echo "$name"
    done < "$PACKAGE_LIST"
}

# Those of the named packages that are not installed.
missing_packages() {
    local installed
    installed="$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)"
    grep -vxF -f <(printf '%s\n' "$installed" | grep . || echo /) <(printf '%s\n' "$@") || true
}

# Runs a command as root: as we are, or through sudo. Returns 126 when there is neither.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo -- "$@"
    else return 126
    fi
}

# As many compilers as there are processors, but no more than memory carries (1.5 GB each).
jobs() {
    local cpus memory
    cpus="$(nproc)"
    memory="$(awk '/MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo 2>/dev/null || echo "$cpus")"
    [ "${memory:-0}" -ge 1 ] || memory=1
    echo $((cpus < memory ? cpus : memory))
}

# configure_and_build PRESET [TARGET...] : quick when nothing changed.
configure_and_build() {
    local preset="$1" log; shift
    log="$ROOT/build/$preset/configure.log"
    mkdir -p "$ROOT/build/$preset"
    say "configure and build: preset $preset"
    (cd "$ROOT" && cmake --preset "$preset" > "$log" 2>&1) || { cat "$log" >&2; die "cmake --preset $preset failed"; }
    (cd "$ROOT" && cmake --build --preset "$preset" --parallel "$(jobs)" ${1:+--target "$@"}) >&2 \
        || die "the build of preset $preset failed"
}
