dedup article.txt | jq -c -R -s '{id: 7, text: .}' | sentence-split -J | tag-entities -J | quote-extract -J |
    jq -r '(.sentences | length), (.quotes[] | [.speaker, .kind, .quote] | @tsv), (.entities[:5][] | [.type, .text] | @tsv)'
