@echo off
rem Starts a command of the Einlass server, such as: einlass.bat start --data data
rem A Java 17 or newer lies in the folder runtime beside this file, in JAVA_HOME, or on the path.
set "EINLASS_JAVA=java"
if defined JAVA_HOME set "EINLASS_JAVA=%JAVA_HOME%\bin\java"
if exist "%~dp0runtime\bin\java.exe" set "EINLASS_JAVA=%~dp0runtime\bin\java"
"%EINLASS_JAVA%" -jar "%~dp0einlass-launcher.jar" %*
