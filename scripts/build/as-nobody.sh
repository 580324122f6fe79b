#!/bin/sh
# Starts the browser named in NODOMOTO_BROWSER as the user nobody, who owns nothing but the profile. Chromium refuses its sandbox to root.
set -eu
profile=''
for argument; do
  case $argument in --user-data-dir=*) profile=${argument#*=} ;; esac
done
[ -d "$profile" ] && [ ! -L "$profile" ]
chown -R 65534:65534 "$profile"
export HOME="$profile"
exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs "$NODOMOTO_BROWSER" "$@"
