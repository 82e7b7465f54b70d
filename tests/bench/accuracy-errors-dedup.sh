#!/bin/bash
# accuracy-errors-dedup.sh -- 300 lines that dedup --near dropped at first sight
exec "$(dirname "$0")/accuracy-dedup.sh" 300
