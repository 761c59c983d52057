# note and notes.
--- a note on words knows its passage by place, words and context
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Count them.' --tag=boats --tag='#storm' >id; grep -cx '[0-9a-f]\{12\}' id
| 1
$ dossier notes --format=jsonl | sed 's/"\(id\|by\|created\|modified\)":"[^"]*"/"\1":…/g'
| {"id":…,"article":"03-storm.txt","sha256":"ea49067757df36c727c25981308bc16a222c7fb5f98545f2a94d9b7ec2be4044","start":240,"end":257,"quote":"eleven boats lost","before":"Harbour Trust counts ","after":"; its chair, Alyona","about":null,"text":"Count them.","tags":["boats","storm"],"actors":[],"by":…,"replies_to":null,"created":…,"modified":…,"state":"exact","conflict":null}
$ dossier notes --format=grep
| 03-storm.txt:10:22:Count them.
$ cat notes/*.yaml | grep -v 'id:\|created\|modified'
| # Notes of one writer; see dossier-notes(5) before editing by hand.
| version: 1
| notes:
|     article: 03-storm.txt
|     sha256: ea49067757df36c727c25981308bc16a222c7fb5f98545f2a94d9b7ec2be4044
|     at: [240, 257]
|     quote: eleven boats lost
|     before: "he Skerrin\nHarbour Trust counts "
|     after: "; its chair, Alyona\nSokolova, sp"
|     about: null
|     text: Count them.
|     tags: [boats, storm]
|     replies-to: null
--- words with other marks, spaces and line ends are found too
in harbour
$ dossier note add 03 --quote='of "the worst  night' --tag=quote >/dev/null
$ dossier note add 05 --quote="Okafor's first act" --tag=act >/dev/null
$ dossier notes --format=jsonl | grep -o '"quote":"[^"]*"'
| "quote":"of “the worst night"
| "quote":"Okafor’s first act"
--- words that stand more than once want --nth, and the places are listed
in harbour
$ dossier note add 03 --quote=Brandt --text=x
! dossier: 03-storm.txt: "Brandt" stands there 2 times; choose one with --nth
! dossier: 03-storm.txt:14:1: --nth=1: Brandt asked the government of
! dossier: 03-storm.txt:15:41: --nth=2: for Friday, are put off. Brandt will not go to
= 2
$ dossier note add 03 --quote=Brandt --text=x --nth=3
! dossier: 03-storm.txt: "Brandt" stands there 2 times, so there is no --nth=3
= 2
$ dossier note add 03 --quote=Brandt --text=x --nth=2 >/dev/null
$ dossier notes | cut -f 4-6
| start	end	quote
| 454	460	Brandt
--- a passage may be given in bytes of the file
in harbour
$ dossier note add 02 --range=19:25 --text='The first word.' >/dev/null
$ dossier notes | cut -f 4-6
| start	end	quote
| 19	25	Survey
$ dossier note add 02 --range=25:19 --text=x
! dossier: --range: 25:19 is no START:END in 02-survey.txt: bytes of the file, 0 to 376, on the bounds of characters, START before END
= 2
$ dossier note add 05 --range=0:99999 --text=x
! dossier: --range: 0:99999 is no START:END in 05-new-mayor.txt: bytes of the file, 0 to 287, on the bounds of characters, START before END
= 2
$ dossier note add letters --range=329:331 --text=x
! dossier: --range: 329:331 is no START:END in letters/open-letter.txt: bytes of the file, 0 to 561, on the bounds of characters, START before END
= 2
$ dossier note add 02 --range=1:5 --quote=Survey --text=x
! dossier: --quote and --range both name a passage: give one of them
= 2
--- a note may be on an article, or on an actor
in harbour
$ dossier note add 06 --text='Ask for the year.' >/dev/null
$ dossier note add --actor=Okafor --text='Ask him.' >/dev/null
$ dossier notes --actor=Okafor | cut -f 9,10
| about	text
| tomas-okafor	Ask him.
$ dossier notes --article=06 | cut -f 2,10
| article	text
| 06-undated.txt	Ask for the year.
$ dossier notes --format=grep
| tags.yaml:16:1:Ask him.
| 06-undated.txt:1:1:Ask for the year.
--- actors of a passage are those whose mentions count in it
in harbour
$ dossier note add 03 --quote='Norland for help. The Skerrin–Lund' --tag=x >/dev/null
$ dossier notes --format=jsonl | grep -o '"actors":[^]]*]'
| "actors":["norland","skerrin","lund"]
--- the text is read from standard input for a dash
in harbour
$ printf 'One line\n\nand another\n' | dossier note add 02 --text=- >/dev/null
$ dossier notes | cut -f 10
| text
| One line\n\nand another
--- a note is changed and removed by its id or the beginning of it
in harbour
$ dossier note add 02 --text=old --tag=a --tag=b >id
$ dossier note edit "$(cut -c 1-6 id)" --text=new --untag=a --tag=c | cmp - id
$ dossier notes | cut -f 10,11
| text	tags
| new	b,c
$ dossier note rm "$(cat id)" | cmp - id
$ dossier notes
| id	article	sha256	start	end	quote	before	after	about	text	tags	actors	by	replies_to	created	modified	state	conflict
= 1
$ dossier note rm "$(cat id)" 2>&1 | sed "s/$(cat id)/ID/"
| dossier: no note has the id “ID”; dossier notes lists them
--- what is wrong is said, and nothing is written
in harbour
$ dossier note
! dossier: note: something is missing behind it; usage: dossier note add ARTICLE | reply ID | edit ID | rm ID… | restore ID… | check ID… | keep ID
= 2
$ dossier note make 02
! dossier: note: make is not known; known are add, reply, edit, rm, restore, check, uncheck, keep
= 2
$ dossier note add 02
! dossier: note add: a note needs a --text or a --tag
= 2
$ dossier note add --text=x
! dossier: note add: name the ARTICLE that the note is in, or an --actor
= 2
$ dossier note add --quote=x --actor=Okafor --text=x
! dossier: note add: a passage needs the ARTICLE that it stands in
= 2
$ dossier note add 02 --quote='no such words' --text=x
! dossier: 02-survey.txt: the words "no such words" don't stand there
= 2
$ dossier note add 02 --quote=' ' --text=x
! dossier: --quote: no words in it
= 2
$ dossier note add 02 --nth=1 --text=x
! dossier: --nth chooses among the places of --quote, which is missing
= 2
$ dossier note add 02 --tag='two words'
! dossier: --tag: "two words" is no tag: one word, without comma or #
= 2
$ dossier note add 99 --text=x
! dossier: no article begins with "99"; there are 6: 01, 02, 03, 05, 06, letters
= 2
$ dossier note add 02 --actor=Vale --text=x
! dossier: no actor "Vale" among 14; `dossier actors` lists them
= 2
$ dossier note add 02 --text=x --untag=y
! dossier: note add: takes no --untag, but --quote, --nth, --range, --find, --actor, --text, --tag, --private
= 2
$ dossier note edit
! dossier: note edit: the note's id is missing; dossier notes lists them
= 2
$ dossier note edit 123 --text=x
! dossier: no note has the id “123”; dossier notes lists them
= 2
$ dossier note edit 123 --quote=x
! dossier: no note has the id “123”; dossier notes lists them
= 2
$ dossier note rm
! dossier: note rm: the note's id is missing; dossier notes lists them
= 2
$ ls notes
! ls: cannot access 'notes': No such file or directory
= 2
--- notes may be kept elsewhere
in harbour
$ dossier note add 02 --text=x --notes=$T/mine >/dev/null
$ dossier notes --notes=$T/mine | cut -f 10
| text
| x
$ dossier notes
| id	article	sha256	start	end	quote	before	after	about	text	tags	actors	by	replies_to	created	modified	state	conflict
= 1
$ ls notes
! ls: cannot access 'notes': No such file or directory
= 2
--- a bad notes file is told and never overwritten
in harbour
$ dossier note add 02 --text=x >/dev/null
$ for f in notes/*; do echo 'notes: [' >"$f"; done
$ dossier notes 2>&1 | sed 's,notes/[^:]*.yaml,notes/ME.yaml,'
| dossier: notes/ME.yaml:2:1: expected a value here: a text, a list or a map
| id	article	sha256	start	end	quote	before	after	about	text	tags	actors	by	replies_to	created	modified	state	conflict
$ cat notes/*
| notes: [
--- another's note is read, and not changed
in harbour
$ mkdir notes && printf 'version: 1\nnotes:\n  - {id: aaaa0000aaaa, article: 02-survey.txt, text: hers, created: 2024-01-01T00:00:00Z, modified: 2024-01-01T00:00:00Z}\n' >notes/desk.yaml
$ dossier notes --writer=desk | cut -f 1,10,13
| id	text	by
| aaaa0000aaaa	hers	desk
$ dossier notes --format=table
| id            place  state  by    note
| aaaa0000aaaa  02     exact  desk  hers
$ dossier note rm aaaa
! dossier: the note aaaa0000aaaa is desk's; only its writer can change it
= 2
$ dossier note edit aaaa --text=mine
! dossier: the note aaaa0000aaaa is desk's; only its writer can change it
= 2
--- what a note that was written by hand does not say is null
in harbour
$ mkdir notes && printf 'version: 1\nnotes:\n  - {id: two, article: 03-storm.txt, quote: Brandt, text: which}\n' >notes/anna.yaml
$ dossier notes --format=jsonl
| {"id":"two","article":"03-storm.txt","sha256":null,"start":null,"end":null,"quote":"Brandt","before":null,"after":null,"about":null,"text":"which","tags":[],"actors":[],"by":"anna","replies_to":null,"created":null,"modified":null,"state":"ambiguous","conflict":null}
--- the name of the writer is taken from the config
in harbour
$ mkdir -p $T/config/dossier && echo 'writer: anna' >$T/config/dossier/config.yaml
$ dossier note add 02 --text='Mine.' >/dev/null
$ ls notes
| anna.yaml
$ dossier notes --format=table | cut -c 15-
| place  state  by    note
| 02     exact  anna  Mine.
$ dossier notes --writer=anna | cut -f 10,13
| text	by
| Mine.	anna
$ echo 'wirter: anna' >$T/config/dossier/config.yaml
$ dossier list | wc -l
| 7
! dossier: $T/config/dossier/config.yaml:1:1: unknown key "wirter" in the config; did you mean "writer"? allowed are theme, colours, ascii, linear, width, mouse, order, group, fold, names, demonyms, roles, outside, preset, writer, editor, dates, keys
--- what is not in a file can't have notes
$ echo text | dossier -C - note add '(standard input)' --text=x
! dossier: what comes from standard input has no place for notes: save it to a file first
= 2
--- words that don't stand in a long run of spaces are soon looked for
$ printf 'a%400000sb' '' >long.txt; dossier note add long --quote='a c' --text=x
! dossier: long.txt: the words "a c" don't stand there
= 2
$ dossier note add long --quote='a b' --text=x >/dev/null; dossier notes | cut -f 4-5
| start	end
| 0	400002
--- a file that is taken in may be called anything
in harbour
$ echo '{"id":"x1","article":"02-survey.txt","text":"t"}' >"$(printf 'n\033[2J.jsonl')"
$ dossier notes import n*.jsonl
| n<U+001B>[2J.jsonl: 1 added, 0 changed, 0 already here
--- a private note that leaves by request stays private where it is taken in
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text=Mine. --private >/dev/null
$ dossier export --private --format=jsonl -o "$T/mine.jsonl"
$ mkdir other; cp 03-storm.txt other; dossier -C other notes import "$T/mine.jsonl" | sed 's/.*://'
|  1 added, 0 changed, 0 already here
$ dossier -C other notes is:private | cut -f 1 | grep -c .
| 2
$ test -e other/notes
= 1
--- when a note was made is not made up where its file does not say
in harbour
$ dossier note add 02 --text=x >/dev/null; cd notes; printf 'version: 1\nnotes:\n  - {id: n1, article: 02-survey.txt, text: old}\n' >"$(ls)"; dossier -C .. note edit n1 --text=new; grep -c 'created\|1970' *
| n1
| 0
= 1
$ dossier notes --format=jsonl | grep -o '"created":null'
| "created":null
