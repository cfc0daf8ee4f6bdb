# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A Debian 13 root beside the build trees, and the tests in it. Sourced by packaging/test.

D13="$ROOT/build/debian13"
D13_ROOT="$D13/root"

# The mirror this system itself takes Debian from.
debian_mirror() {
    apt-get indextargets --format '$(CREATED_BY)|$(REPO_URI)|$(ORIGIN)' 2>/dev/null \
        | awk -F'|' '$1 == "Packages" && $3 == "Debian" && $2 !~ /security/ {print $2; exit}'
}

cannot() {
    local or_skip="$1"; shift
    if [ "$or_skip" = yes ]; then
        echo "skipped: Debian 13 build and tests: $*"
        exit 0
    fi
    die "Debian 13 build and tests: $*"
}

# Runs a command inside the root, with /proc and /dev where this system lets us mount them.
in_debian13() {
    # shellcheck disable=SC2016
    as_root unshare --mount --propagation private bash -c '
        root="$1"; shift
        mount -t proc proc "$root/proc" 2>/dev/null || true
        mount --rbind /dev "$root/dev" 2>/dev/null || true
        exec chroot "$root" "$@"' _ "$D13_ROOT" "$@"
}

make_debian13_root() {
    local mirror partial="$D13/partial"
    mirror="$(debian_mirror)"
    [ -n "$mirror" ] || { echo "this system's apt names no Debian mirror"; return 1; }
    say "making a Debian 13 root (once)"
    as_root rm -rf "$partial" "$D13_ROOT"
    mkdir -p "$D13"
    # shellcheck disable=SC2046
    as_root mmdebstrap --quiet --mode=root --variant=minbase --keyring=/usr/share/keyrings \
        --include="$(packages_for 13 build run test | paste -sd,)" trixie "$partial" "$mirror" >&2 \
        || { as_root rm -rf "$partial"; echo "mmdebstrap could not make it"; return 1; }
    as_root mv "$partial" "$D13_ROOT"
}

# Every file that belongs to the tree, zero-terminated; works in an exported tree too.
tree_files() {
    local file
    { git -C "$ROOT" ls-files -z --cached --others --exclude-standard 2>/dev/null \
        || (cd "$ROOT" && find . \( -path ./build -o -name node_modules -o -name .git \) -prune -o -type f -print0); } \
        | while IFS= read -r -d '' file; do
            [ ! -e "$ROOT/$file" ] || printf '%s\0' "$file"
        done
}

# The tree as it is here, without build trees; times are kept so that a second build is quick.
copy_tree_to_debian13() {
    as_root mkdir -p "$D13_ROOT/src"
    as_root find "$D13_ROOT/src" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    tree_files | tar --create --directory="$ROOT" --null --files-from=- \
        | as_root tar --extract --no-same-owner --directory="$D13_ROOT/src"
}

test_in_debian13() {
    local or_skip="$1" reason; shift
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null 2>&1 || cannot "$or_skip" "needs root or sudo"
    "$ROOT/packaging/setup" --for debian13 || cannot "$or_skip" "mmdebstrap is not installed and cannot be"
    as_root unshare --mount true 2>/dev/null || cannot "$or_skip" "this system does not let us make a mount namespace"
    if [ ! -d "$D13_ROOT" ]; then
        reason="$(make_debian13_root)" || cannot "$or_skip" "$reason"
    fi
    copy_tree_to_debian13
    say "building and testing inside the Debian 13 root"
    in_debian13 env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        /src/packaging/test --plain --joined --without-validators "$@"
}
