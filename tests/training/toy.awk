# toy.awk -- toy corpora, invented, of languages easy to learn: one for each
# trainer.  awk -v WHAT=NAME -f toy.awk; the same every time.

# One of the words of a list, by a generator of our own (Park and Miller 1988):
# awks' differ.
function pick(list,	word, n) {
	n = split(list, word, " ")
	state = state * 16807 % 2147483647
	return word[int(state / 2147483647 * n) + 1]
}

# Paragraphs of three sentences, a line each, an empty line between them.  Zb.
# and Qv. stand before names; all else with a full stop ends a sentence.
function sentences(	p, s) {
	for (p = 0; p < 300; p++) {
		for (s = 0; s < 3; s++)
			print pick("Yesterday Today Later"), pick("Zb. Qv. Old Young"),
			    pick("Brown Green Okafor Lund Perez"),
			    pick("opened closed painted sold"), "the",
			    pick("gate bridge mill market") "."
		print ""
	}
}

# A sentence a line as train_tags reads it: "dax" and "wug" are nouns behind
# "the" and verbs behind a noun.
function tags(	i, k, n, word, tag, at, t, text) {
	for (i = 0; i < 400; i++) {
		split("the " pick("dax wug toma fep") " " pick("dax wug blicks zums") \
		    " the " pick("dax wug toma fep") " .", word, " ")
		split("DT NN VBZ DT NN .", tag, " ")
		text = t = ""
		at = 0
		for (k = 1; k <= 6; k++) {
			text = text (k > 1 ? " " : "") word[k]
			t = t (k > 1 ? "," : "") sprintf("[%d,%d,\"%s\",\"\",0]", at,
			    at + length(word[k]), tag[k])
			at += length(word[k]) + 1
		}
		printf "{\"text\":\"%s\",\"t\":[%s],\"s\":[0]}\n", text, t
	}
}

# Articles as train_quotes reads them, a JSON object a line, numbers FROM to TO:
# one in quotation marks, one told, in turns.
function part(words) {
	text = text words
}
function mark(words,	from) {		# words of the text, as a span of it
	from = length(text)
	part(words)
	return "[" from "," length(text) "]"
}
function quotation(direct, name, words,	content, cue, source) {
	if (direct) {
		part("\"")
		content = mark("It is clear that " words ",")
		part("\" ")
		cue = mark("said")
		part(" ")
		source = mark(name)
	} else {
		source = mark(name)
		part(" ")
		cue = mark("said")
		part(" that ")
		content = mark(words)
	}
	part(".\nThe council met on Monday in the old hall.\n")
	return sprintf("{\"type\":\"%s\",\"content\":[%s],\"cue\":[%s]," \
	    "\"source\":[%s],\"speaker\":\"%s\"}", direct ? "direct" : "indirect",
	    content, cue, source, name)
}
function quotes(	i, k, name, marks) {
	for (i = 1; i <= TO; i++) {
		text = marks = ""
		for (k = 0; k < 4; k++) {
			name = pick("Anna Peter Maria Karl") " " pick("Lund Moreau Silva Weber")
			marks = marks (k > 0 ? "," : "") quotation(k % 2, name,
			    "the " pick("harbor school budget bridge mill") " " \
			    pick("is was") " " pick("open closed ready late"))
		}
		gsub(/"/, "\\\"", text)
		gsub(/\n/, "\\n", text)
		if (i >= FROM)
			printf "{\"id\":\"toy-%d\",\"unit\":\"cp\",\"text\":\"%s\",\"quotes\":[%s]}\n",
			    i, text, marks
	}
}

# Documents as train_entities reads them: behind "Zor" stands a person, behind
# "near" a place, and what else has a capital is neither.
function entity(text, start, word, type) {
	ends = ends sprintf("E %d %d %s\n", start, start + length(word), type)
}
function entities(	i, k, person, place, text, line) {
	for (i = 0; i < 120; i++) {
		print "D 1 -"
		for (k = 0; k < 5; k++) {
			person = pick("Brin Talo Wessa Okum") (k % 2 ? " " pick("Hale Mord Pin") : "")
			place = pick("Brin Lorra Sanke Mord")
			text = "Then Zor " person " lived near " place " ."
			ends = ""
			entity(text, 9, person, "PERSON")
			entity(text, 9 + length(person) + 12, place, "GPE")
			printf "T %s\n%s", text, ends
		}
	}
}

# What train_entities wants of words: each with a class, a topic and its case.
function words(	n, i, w) {
	n = split("Brin Talo Wessa Okum Hale Mord Pin Lorra Sanke", w, " ")
	for (i = 1; i <= n; i++)
		printf "%s\t%d\t%d\t7\n", w[i], i % 3, i % 2
	printf "then\t4\t0\t1\nlived\t5\t0\t1\nnear\t6\t0\t1\n"
}

# Two kinds of made-up words, 150 each, between neighbours of their own.
function clusters(	i) {
	for (i = 0; i < 4000; i++) {
		print "she saw the ba" int(i * 7 % 150) "na again"
		print "he will now to" int(i * 11 % 150) "ra it quickly"
	}
}

BEGIN {
	state = 7
	if (WHAT == "sentences") sentences()
	else if (WHAT == "tags") tags()
	else if (WHAT == "quotes") quotes()
	else if (WHAT == "entities") entities()
	else if (WHAT == "words") words()
	else if (WHAT == "clusters") clusters()
	else exit 1
}
