find wire -name '*.txt' -print0 | sort -z | xargs -0 -n 3 quote-extract -H | cut -f 1,2,5,8
