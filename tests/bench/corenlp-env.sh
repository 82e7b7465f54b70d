#!/bin/bash
# corenlp-env.sh DIR -- Stanford CoreNLP 4.5.10 and its English models in DIR
#
# Needs Debian's default-jre-headless and maven.  CoreNLP and its models (GPL)
# are a gigabyte with what they depend on; all of it stays in DIR.  Prints
# nothing when all is there; status 1 when it cannot be had.
set -eu
D=$1
V=4.5.10
[ ! -e "$D/done" ] || exit 0
for tool in java mvn; do
	command -v $tool > /dev/null || { echo "no $tool here" >&2; exit 1; }
done
mkdir -p "$D"
cat > "$D/pom.xml" << END
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>copydesk</groupId>
  <artifactId>peers</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>edu.stanford.nlp</groupId>
      <artifactId>stanford-corenlp</artifactId>
      <version>$V</version>
    </dependency>
    <dependency>
      <groupId>edu.stanford.nlp</groupId>
      <artifactId>stanford-corenlp</artifactId>
      <version>$V</version>
      <classifier>models</classifier>
    </dependency>
  </dependencies>
</project>
END
mvn -q -B -f "$D/pom.xml" -Dmaven.repo.local="$D/m2" \
    dependency:copy-dependencies -DoutputDirectory="$D/lib" > "$D/log" 2>&1 ||
    { tail -n 1 "$D/log" >&2; exit 1; }
touch "$D/done"
