@echo off
rem Starts the kiosk with the settings beside this file; with arguments, that command of it.
rem A Java 17 or newer lies in the folder runtime beside this file, in JAVA_HOME, or on the path: the ZIP of any
rem Java for Windows, unpacked there, needs no rights of an administrator.
set "EINLASS_JAVA=java"
if defined JAVA_HOME set "EINLASS_JAVA=%JAVA_HOME%\bin\java"
if exist "%~dp0runtime\bin\java.exe" set "EINLASS_JAVA=%~dp0runtime\bin\java"
cd /d "%~dp0"
rem A run writes its classes to a file once, and later runs start quicker from it; the program drops a file of another version.
set "EINLASS_CLASSES=-XX:+RecordDynamicDumpInfo"
if exist "%~dp0classes.jsa" set "EINLASS_CLASSES=-XX:SharedArchiveFile=classes.jsa"
if "%~1"=="" ("%EINLASS_JAVA%" @java-options -Deinlass.classes=classes.jsa -Xlog:cds=off -Xlog:cds+dynamic=off "%EINLASS_CLASSES%" -jar "%~dp0kiosk-client.jar" run --config kiosk.properties) else ("%EINLASS_JAVA%" @java-options -jar "%~dp0kiosk-client.jar" %*)
if errorlevel 1 pause
