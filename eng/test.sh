#!/usr/bin/env bash
# Builds everything and runs every test. Installs the servers that tests start (Debian packages; needs root) where they are missing.
# Ends with one line: "N passed, N failed, N skipped". Exit code 0 only if nothing failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
configuration=Release

install_redis() {
  if command -v redis-server >/dev/null; then
    return
  fi
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    echo "redis-server is not installed and cannot be installed from here (needs root on Debian); its tests will be skipped." >&2
    return
  fi
  echo "Installing redis-server ..."
  apt-get update -qq
  # The package would start a service of its own; tests start theirs.
  DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends redis-server >/dev/null
}

install_postgres() {
  if ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null; then
    return
  fi
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is not installed and cannot be installed from here (needs root on Debian); its tests will be skipped." >&2
    return
  fi
  echo "Installing postgresql-15 ..."
  apt-get update -qq
  # The package would make a cluster of its own and start it; tests make theirs. What says so comes with the package below it.
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-common >/dev/null
  sed -i 's/^#*create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
  DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends postgresql-15 >/dev/null
}

# The counters of a result file as "total executed passed". Skipped tests are those not executed: the logger leaves "notExecuted" at 0.
counters() {
  sed -n 's/.*<Counters total="\([0-9]*\)" executed="\([0-9]*\)" passed="\([0-9]*\)".*/\1 \2 \3/p' "$1"
}

install_redis
install_postgres
if command -v redis-server >/dev/null; then
  redis-server --version
fi

dotnet build TypedFeatures.sln -c "$configuration" -warnaserror -v quiet

# Two projects at a time, the longest first: most of them wait for a server or run on one thread.
lanes=2
first=(TypedFeatures.Parity.Tests TypedFeatures.Fuzzing.Tests TypedFeatures.ClickHouse.Tests TypedFeatures.Packages.Tests TypedFeatures.Compiler.Tests)

results=$(mktemp -d)
cleanup() {
  jobs -p | xargs -r kill 2>/dev/null || true
  rm -rf "$results"
}
trap cleanup EXIT

# Runs one project; shows what it printed when it is over.
run() {
  local name=$1 status=0 begin=$SECONDS
  dotnet test "tests/$name" -c "$configuration" --no-build --nologo -v quiet \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" >"$results/$name.log" 2>&1 || status=$?
  echo "$status" >"$results/$name.status"
  printf '== %s, %s s\n%s\n' "$name" "$((SECONDS - begin))" "$(cat "$results/$name.log")"
}

names=("${first[@]}")
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  [[ " ${first[*]} " == *" $name "* ]] || names+=("$name")
done

for name in "${names[@]}"; do
  while (($(jobs -rp | wc -l) >= lanes)); do
    wait -n
  done
  run "$name" &
done
wait

passed=0 failed=0 skipped=0 broken=0
for name in "${names[@]}"; do
  status=$(cat "$results/$name.status")
  read -r total executed succeeded < <(counters "$results/$name.trx" 2>/dev/null) || {
    echo "$name left no results (exit code $status)." >&2
    broken=$((broken + 1))
    continue
  }
  passed=$((passed + succeeded))
  failed=$((failed + executed - succeeded))
  skipped=$((skipped + total - executed))
  # A test host that dies after its last test fails no test, yet the run is no success.
  if [[ $status != 0 && $executed == "$succeeded" ]]; then
    echo "$name ended with exit code $status although no test failed." >&2
    broken=$((broken + 1))
  fi
done

failed=$((failed + broken))
echo "$passed passed, $failed failed, $skipped skipped"
[[ $failed == 0 && $passed != 0 ]]
