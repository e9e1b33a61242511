@echo off
rem Starts Mortar with the first Java 25 or newer that is found: the one that came with it, JAVA_HOME, the PATH, then
rem the usual places. MORTAR_JAVA_OPTS adds options for Java.
setlocal EnableExtensions DisableDelayedExpansion
set "MORTAR_HERE=%~dp0.."
set "MORTAR_JAVA="

call :try "%MORTAR_HERE%\runtime"
if not defined MORTAR_JAVA if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined MORTAR_JAVA for /f "delims=" %%j in ('where java 2^>nul') do call :tryexe "%%j"
if not defined MORTAR_JAVA for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :try "%%d"
if not defined MORTAR_JAVA (
    echo mortar: Java 25 or newer is needed and was not found; install it from https://adoptium.net or set JAVA_HOME. 1>&2
    exit /b 2
)

set "MORTAR_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if /i "%~1"=="serve" set "MORTAR_OPTIONS=-XX:+ExitOnOutOfMemoryError"
if "%~1"=="" set "MORTAR_OPTIONS=-XX:+UseSerialGC"
if /i "%~1"=="--demo" set "MORTAR_OPTIONS=-XX:+UseSerialGC"
if /i "%~1"=="selftest" set "MORTAR_OPTIONS="
if /i "%~1"=="check" set "MORTAR_OPTIONS="
if exist "%MORTAR_HERE%\lib\mortar.aot" set MORTAR_OPTIONS=%MORTAR_OPTIONS% "-XX:AOTCache=%MORTAR_HERE%\lib\mortar.aot"

rem Java announces these three on standard error; as plain options they are silent
set MORTAR_OPTIONS=%MORTAR_OPTIONS% %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %_JAVA_OPTIONS% %MORTAR_JAVA_OPTS%
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="

"%MORTAR_JAVA%" -XX:+IgnoreUnrecognizedVMOptions -Xlog:disable -Xlog:all=off:stderr --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dh2.bindAddress=127.0.0.1 %MORTAR_OPTIONS% -cp "%MORTAR_HERE%\lib\mortar.jar" app.mortar.Main %*
exit /b %ERRORLEVEL%

:tryexe
if defined MORTAR_JAVA exit /b 0
for %%e in ("%~dp1..") do call :try "%%~fe"
exit /b 0

:try
if defined MORTAR_JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :suits "%~1" %%v
exit /b 0

:suits
set "MORTAR_FOUND=%~2"
set "MORTAR_FOUND=%MORTAR_FOUND:"=%"
if %MORTAR_FOUND% GEQ 25 set "MORTAR_JAVA=%~1\bin\java.exe"
exit /b 0
