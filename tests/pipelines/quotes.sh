dedup article.txt | quote-extract
