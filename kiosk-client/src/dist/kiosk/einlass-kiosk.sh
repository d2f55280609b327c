#!/bin/sh
# Starts the kiosk with the settings beside this file; with arguments, that command of it.
here=$(cd "$(dirname "$0")" && pwd)
if [ -x "$here/runtime/bin/java" ]; then java="$here/runtime/bin/java"
elif [ -n "$JAVA_HOME" ]; then java="$JAVA_HOME/bin/java"
else java=java; fi
if [ $# = 0 ]; then set -- run --config "$here/kiosk.properties"; fi
command=$1
set -- -jar "$here/kiosk-client.jar" "$@"
# A Java 19 or newer writes the classes of a run to a file when the run ends, and starts quicker from it; after an update
# it writes a new one. Not where this user may not write, nor below a folder whose name has the sign between two files.
classes="$here/classes.jsa"
case "$command:$classes" in
  *:*:*) ;;
  run:*)
    if [ -w "$classes" ] || { [ ! -e "$classes" ] && [ -w "$here" ]; }; then
      case $("$java" -XX:+AutoCreateSharedArchive -version 2>&1) in
        *Unrecognized*) ;;
        *) set -- -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$classes" \
            -Xlog:cds=off -Xlog:cds+dynamic=off "$@";;
      esac
    fi;;
esac
exec "$java" "@$here/java-options" "$@"
