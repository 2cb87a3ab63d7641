#!/usr/bin/env bash
# Keeps the classes that a run loads in an archive, with which a child starts and runs in about two thirds of the processor time.
# Usage: archive.sh JAVA MODULE-FOLDER CONF-FOLDER. Without an archive everything works, so that a failure here is none of the build.
set -uo pipefail
java=$1/bin/java
target=$2/target
conf=$3
archive=$target/run.jsa
jars=$(ls "$target"/opsatc-run-*.jar | head -n 1):$(cat "$target/classpath")

fits() {
  [[ -f $archive ]] || return 1
  local jar
  for jar in ${jars//:/ }; do
    [[ $archive -nt $jar ]] || return 1
  done
}
fits && exit 0

# A JVM that fails to write the archive, as some do, leaves no report beside the user's files.
options=(-XX:ErrorFile="$target/archive-error.log" -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -Xmx2g "@$target/run.options" -cp "$jars")
rm -f "$archive"
{
  "$java" -Xshare:auto -XX:DumpLoadedClassList="$target/run.classes" "${options[@]}" com.opsatc.jobs.run.RunWarmUp "$conf" &&
    # JDK 17 cannot archive the classes behind some lambda expressions; they are made anew at each start.
    grep -v '^@' "$target/run.classes" >"$target/archive.classes" &&
    "$java" -Xshare:dump -XX:SharedClassListFile="$target/archive.classes" -XX:SharedArchiveFile="$archive" "${options[@]}"
} >"$target/archive.log" 2>&1 || rm -f "$archive"
exit 0
