dedup article.txt | tag-entities
