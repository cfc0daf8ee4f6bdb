#!/bin/bash
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a throwaway secret service of its own: with_keyring.sh unlocked|locked|absent COMMAND...
#   unlocked  a keyring that takes and gives secrets
#   locked    a keyring that exists, but whose password nobody gave; before it is locked, the command runs
#             once with PDSI_KEYRING_PREPARE=1 so that it can leave a secret
#   absent    no D-Bus session at all
set -eu
mode=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_RUNTIME_DIR=$home/run
mkdir -p -m 700 "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_RUNTIME_DIR"
# A display would bring up password prompts, a desktop's name another keychain.
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP KDE_FULL_SESSION DESKTOP_SESSION DBUS_SESSION_BUS_ADDRESS

if [ "$mode" = absent ]; then
    "$@"
    exit
fi

wait_for_service='
  for _ in $(seq 100); do
    gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
      --method org.freedesktop.Secret.Service.ReadAlias login 2>/dev/null | grep -q collection && break
    sleep 0.1
  done'
unlocked='printf throwaway | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'"$wait_for_service"'
  "$@"'
locked='gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1'"$wait_for_service"'
  "$@"'
if [ "$mode" = locked ]; then
    PDSI_KEYRING_PREPARE=1 dbus-run-session -- bash -c "$unlocked" _ "$@"
    dbus-run-session -- bash -c "$locked" _ "$@"
else
    dbus-run-session -- bash -c "$unlocked" _ "$@"
fi
