#!/bin/sh
# Starts the kiosk with the settings beside this file; with arguments, that command of it.
here=$(cd "$(dirname "$0")" && pwd)
if [ -x "$here/runtime/bin/java" ]; then java="$here/runtime/bin/java"
elif [ -x "$here/../runtime/bin/java" ]; then java="$here/../runtime/bin/java"
elif [ -n "$JAVA_HOME" ]; then java="$JAVA_HOME/bin/java"
else java=java; fi
if [ $# = 0 ]; then set -- run --config "$here/kiosk.properties"; fi
command=$1
set -- -jar "$here/kiosk-client.jar" "$@"
# A run writes its classes to a file once, and later runs start quicker from it; the program drops a file that is not its
# own. Not where this user may not write, nor below a folder whose name has the sign between two files.
classes=${EINLASS_CLASSES:-$here/classes.jsa}
case "$command:$classes" in
  *:*:*) ;;
  run:*)
    set -- "-Deinlass.classes=$classes" -Xlog:cds=off -Xlog:cds+dynamic=off "$@"
    if [ -f "$classes" ]; then set -- "-XX:SharedArchiveFile=$classes" "$@"
    elif [ -w "$(dirname "$classes")" ] && "$java" -XX:+RecordDynamicDumpInfo -version >/dev/null 2>&1; then
      set -- -XX:+RecordDynamicDumpInfo "$@"
    fi;;
esac
# Each area of the C library keeps what it once had: two serve all threads.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
exec "$java" "@$here/java-options" "$@"
