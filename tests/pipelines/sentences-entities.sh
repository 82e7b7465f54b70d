dedup article.txt | sentence-split | tag-entities -o tsv
