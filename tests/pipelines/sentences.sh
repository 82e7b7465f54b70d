dedup article.txt | sentence-split
