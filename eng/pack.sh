#!/usr/bin/env bash
# Makes the NuGet packages of every shipped project: eng/pack.sh [OUTPUT [MSBUILD-ARGUMENT...]]
# OUTPUT is a folder, artifacts/packages where it is left out; packages of ours that it holds from before are removed. Prints the packages, one a line, at the end.
# A further argument goes to the build: -p:Version=0.2.0-preview.1
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
output=${1:-$root/artifacts/packages}
shift || true
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

mkdir -p "$output"
output=$(cd "$output" && pwd)
rm -f "$output"/TypedFeatures.*.nupkg

# The same commit gives the same bytes: entries of a package are dated by it, not by the clock. Sources without git are dated like a fixed day.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH

dotnet restore "$root/TypedFeatures.sln" -v quiet "$@"
dotnet msbuild "$root/eng/Packages.proj" -nologo -v:quiet -m "-p:Configuration=Release" "-p:PackageOutputPath=$output" "$@"
printf "%s\n" "$output"/TypedFeatures.*.nupkg
