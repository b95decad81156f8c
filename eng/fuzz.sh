#!/usr/bin/env bash
# Random definitions against every engine and the online state, until the time is over: eng/fuzz.sh --minutes 20 [--seed S] [--engine NAME].
# Ends with a coverage report and the line "0 differences over D definitions, C comparisons"; exit code 0 only if that is what it says
# and no pair of constructs is missing. Other uses: docs/fuzzing.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dotnet build tests/TypedFeatures.Fuzzing -c Release -v quiet

# Most of the code that runs was compiled a moment before: pages that may be written and run (no W^X) make that cheaper. And compiling makes much garbage that is gone
# when the youngest generation has 64 MB.
export DOTNET_EnableWriteXorExecute=0 DOTNET_GCgen0size=4000000
exec dotnet tests/TypedFeatures.Fuzzing/bin/Release/net10.0/TypedFeatures.Fuzzing.dll "$@"
