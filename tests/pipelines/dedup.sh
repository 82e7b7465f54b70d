dedup article.txt
