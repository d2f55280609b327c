#!/bin/sh
# Starts the kiosk with the settings beside this file; with arguments, that command of it.
here=$(cd "$(dirname "$0")" && pwd)
if [ -x "$here/runtime/bin/java" ]; then java="$here/runtime/bin/java"
elif [ -n "$JAVA_HOME" ]; then java="$JAVA_HOME/bin/java"
else java=java; fi
if [ $# = 0 ]; then set -- run --config "$here/kiosk.properties"; fi
exec "$java" -jar "$here/kiosk-client.jar" "$@"
