#!/bin/sh
# Starts a command of the Einlass server, such as: ./einlass.sh start --data data
here=$(cd "$(dirname "$0")" && pwd)
if [ -x "$here/runtime/bin/java" ]; then java="$here/runtime/bin/java"
elif [ -n "$JAVA_HOME" ]; then java="$JAVA_HOME/bin/java"
else java=java; fi
exec "$java" -jar "$here/einlass-launcher.jar" "$@"
