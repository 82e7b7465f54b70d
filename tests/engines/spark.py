"""spark.py DEDUP INPUT OUTPUT -- lines of INPUT, each once, by Spark and dedup

Lines are numbered and go to the partition that a hash of the line says, so
that equal lines meet; there dedup compares all but the number, and in the end
the numbers restore the order.  checkCode makes a failing dedup fail the job.
"""
import sys
import zlib

from pyspark import SparkConf, SparkContext

dedup, source, target = sys.argv[1:]
PARTS = 4

conf = SparkConf().setMaster("local[2]").setAppName("dedup")
conf.set("spark.ui.enabled", "false").set("spark.driver.bindAddress", "127.0.0.1")
conf.set("spark.driver.host", "127.0.0.1")
sc = SparkContext(conf=conf)
sc.setLogLevel("OFF")
lines = sc.textFile(source, PARTS).zipWithIndex()
keyed = lines.map(lambda x: (zlib.crc32(x[0].encode()), "%d\t%s" % (x[1], x[0])))
parts = keyed.partitionBy(PARTS, lambda h: h % PARTS).values()
kept = parts.pipe(dedup + " -e -k 2-", checkCode=True)
kept = kept.map(lambda x: x.split("\t", 1)).map(lambda x: (int(x[0]), x[1])).sortByKey()
with open(target, "w", encoding="utf-8", newline="\n") as f:
    for _, line in kept.collect():
        f.write(line + "\n")
try:
    parts.pipe(dedup + " --no-such-option", checkCode=True).count()
except Exception:
    pass
else:
    sys.exit("a dedup that failed did not fail the job")
sc.stop()
