#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Proof of the proof: makes the protocol wrong in one place after the other and demands that something notices.
#   tests/mutation/run.sh [--work DIR] [NAME...]     all mutants of mutants.txt, or these
# Works on a copy of HEAD in DIR (build/mutation). Ends with the survivors; exit code 1 if there are any.
set -euo pipefail
top=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
work=$top/build/mutation
if [ "${1:-}" = --work ]; then
    work=$2
    shift 2
fi
list=$top/tests/mutation/mutants.txt

# What has to notice: first what is quick and sees most, and only what passes there is tried by the rest; tst_simulation is a chaos of its own.
quick="tst_vote tst_sync_plan tst_recoveries tst_scenarios tst_museum"
slow="tst_txn_log tst_role_end tst_paper_replica tst_leader_replica tst_paper tst_containers tst_client tst_client_library tst_cured_recovery tst_variants tst_history
    tst_rules tst_rule_exhibits tst_explore tst_chaos tst_simulation"

mkdir -p "$work/source" "$work/build"
git -C "$top" archive HEAD | tar -x -m -C "$work/source"
cmake -S "$work/source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DZAB_PURE_ENGINE=ON >"$work/configure.log" || { cat "$work/configure.log"; exit 1; }

# Exit code 0: everything passes, nothing noticed.
check() {
    local tests only
    for tests in "$quick" "$slow"; do
        only="^($(printf '%s\n' $tests | paste -sd '|'))\$"
        cmake --build "$work/build" --target $tests >"$work/$1.log" 2>&1 || return 2
        (cd "$work/build" && ctest --stop-on-failure --timeout 300 --no-tests=error --parallel "$(getconf _NPROCESSORS_ONLN)" --tests-regex "$only" >"$work/$1.log" 2>&1) && continue
        sed -nE 's/^.* - (tst_[a-z_]+) \((Failed|Timeout|SEGFAULT|Subprocess aborted|.*)\)$/\1/p' "$work/$1.log" | head -n 1 >"$work/how"
        return 1
    done
}

status=0
check unchanged || status=$?
if [ $status != 0 ]; then
    cat "$work/unchanged.log"
    printf 'The unchanged engine does not pass.\n'
    exit 2
fi

names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(sed -n 's/^== //p' "$list")
killed=0
survivors=()
stale=()
for name in "${names[@]}"; do
    file=$(awk -v n="== $name" '$0 == n { getline; print; exit }' "$list")
    [ -n "$file" ] || { printf 'There is no mutant "%s".\n' "$name"; exit 2; }
    cp -p "$work/source/$file" "$work/original"
    NAME=$name perl -0777 -e '
        local $/; open(F, "<", $ARGV[0]); my $list = <F>; open(F, "<", $ARGV[1]); my $text = <F>; close(F);
        my ($block) = $list =~ /^== \Q$ENV{NAME}\E\n(.*?)(?=\n== |\z)/ms;
        my ($old, $new) = ("", "");
        for (split /\n/, $block) { $old .= "$1\n" if /^-(.*)/; $new .= "$1\n" if /^\+(.*)/; }
        s/\n\z// for $old, $new;
        my $count = () = $text =~ /\Q$old\E/g;
        die "the text of this mutant stands there $count times\n" if $count != 1;
        $text =~ s/\Q$old\E/$new/; open(F, ">", $ARGV[1]); print F $text;' "$list" "$work/source/$file" || { printf '%-50s stale\n' "$name"; stale+=("$name"); continue; }
    status=0
    check "$name" || status=$?
    case $status in
        0) printf '%-50s SURVIVES\n' "$name"; survivors+=("$name") ;;
        1) printf '%-50s noticed by %s\n' "$name" "$(cat "$work/how")"; killed=$((killed + 1)); rm -f "$work/$name.log" ;;
        *) printf '%-50s does not compile, see %s\n' "$name" "$work/$name.log"; stale+=("$name") ;;
    esac
    cp "$work/original" "$work/source/$file"   # with a new time, so that it is built again
done
printf '%d noticed, %d survive%s\n' "$killed" "${#survivors[@]}" "${survivors:+: ${survivors[*]}}"
[ ${#stale[@]} = 0 ] || exit 2
[ ${#survivors[@]} = 0 ]
