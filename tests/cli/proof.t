# check FILE: whether the quotations of a draft stand.
--- quotations that stand are no rows and status 0
in harbour
$ printf 'She said “We have waited twenty years for deep water”. (01)\n' >$T/draft.md
$ dossier check $T/draft.md
| severity	file	line	column	code	message
! 1 quotation: it stands
$ dossier check --format=table $T/draft.md
| 1 quotation: it stands
$ dossier check - <$T/draft.md
| severity	file	line	column	code	message
! 1 quotation: it stands
--- what does not stand is listed with its place and the difference
in harbour
$ printf '# Draft\n\nShe said “We have waited thirty years for\ndeep water”, said Jonas Brandt.\n' >draft.txt
$ mkdir ../out && mv draft.txt ../out
$ dossier check ../out/draft.txt
| severity	file	line	column	code	message
| error	../out/draft.txt	3	13	altered-word	not as in 01 ¶1: We have waited [-twenty-]{+thirty+} years for deep water
! 1 quotation: 0 stand, 1 does not
= 1
$ dossier check --format=grep ../out/draft.txt
| ../out/draft.txt:3:13:error: not as in 01 ¶1: We have waited [-twenty-]{+thirty+} years for deep water
! 1 quotation: 0 stand, 1 does not
= 1
$ dossier check --format=jsonl ../out/draft.txt
| {"severity":"error","file":"../out/draft.txt","line":3,"column":13,"code":"altered-word","message":"not as in 01 ¶1: We have waited [-twenty-]{+thirty+} years for deep water"}
! 1 quotation: 0 stand, 1 does not
= 1
$ dossier check --format=table ../out/draft.txt
| severity  place                  what          message
| error     ../out/draft.txt:3:13  altered-word  not as in 01 ¶1: We have waited [-twenty-]{+thirty+}…
| 1 quotation: 0 stand, 1 does not
= 1
--- a file in the dossier never vouches for itself, under whatever name
in harbour
$ echo '“Nobody in this town has ever said these words”' >draft.md
$ cp draft.md copy.txt
$ ln -s draft.md link.md
$ dossier check draft.md
| severity	file	line	column	code	message
| error	draft.md	1	4	not-found	“Nobody in this town has ever said these words” stands in no article
! 1 quotation: 0 stand, 1 does not
= 1
$ dossier check link.md
| severity	file	line	column	code	message
| error	link.md	1	4	not-found	“Nobody in this town has ever said these words” stands in no article
! 1 quotation: 0 stand, 1 does not
= 1
$ dossier check copy.txt
| severity	file	line	column	code	message
| error	copy.txt	1	4	not-found	“Nobody in this town has ever said these words” stands in no article
! 1 quotation: 0 stand, 1 does not
= 1
$ dossier check - <draft.md
| severity	file	line	column	code	message
| error	(standard input)	1	4	not-found	“Nobody in this town has ever said these words” stands in no article
! 1 quotation: 0 stand, 1 does not
= 1
--- an export is checked like any draft, and vouches for none
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='He told us: “Nobody in this town has ever said these words”' >/dev/null
$ dossier export --format=text -o notes.txt
$ dossier check notes.txt | cut -f 1,5
| severity	code
| error	not-found
! 2 quotations: 1 stands, 1 does not
$ echo '“Nobody in this town has ever said these words”' | dossier check - | cut -f 1,5
| severity	code
| error	not-found
! 1 quotation: 0 stand, 1 does not
--- a file that can't be read is status 2
in harbour
$ dossier check nosuch.md
! dossier: nosuch.md: can't be opened: No such file or directory
= 2
$ printf 'a\0b\0c' >binary.md && dossier check binary.md
! dossier: binary.md: is binary, not text
= 2
$ dossier check a b
! dossier: check: b is one too many; usage: dossier check [FILE]
= 2
--- --color, tables and hostile drafts put nothing on the terminal that acts there
in harbour
$ printf '“we \033[31mred \342\200\256words here and there”' | dossier check --format=table -
| severity  place                 what       message
| error     (standard input):1:4  not-found  “we <U+001B>[31mred words here and there” stands in no a…
| 1 quotation: 0 stand, 1 does not
= 1
--- an export is proved in whatever format, under whatever name
in harbour
$ dossier note add 03 --quote='the worst night since the flood' --text='Said “eleven boats lost”?' >/dev/null; for f in markdown html org text csv jsonl webanno csl-json; do dossier export --format=$f >out; dossier check out 2>&1 >/dev/null | sed "s/^/$f: /"; done
| markdown: 1 quotation: it stands; 1 shorter than four words, not checked
| html: 2 quotations: all stand; 2 shorter than four words, not checked
| org: 1 quotation: it stands; 1 shorter than four words, not checked
| text: 1 quotation: it stands; 1 shorter than four words, not checked
| csv: 1 quotation: it stands; 1 shorter than four words, not checked
| jsonl: 1 quotation: it stands; 1 shorter than four words, not checked
| webanno: 1 quotation: it stands; 1 shorter than four words, not checked
| csl-json: 0 quotations: none of 4 words or more
--- of a quotation with something left out, the part that does not stand is named
in harbour
$ echo 'He said: “the worst night since the flood […] said the mayor of Paris”.' >draft; dossier check draft | cut -f 5,6
| code	message
| not-found	“said the mayor of Paris” stands in no article; the rest of “the worst night since the flood […] said the mayor of …” does, in 03 ¶4
! 1 quotation: 0 stand, 1 does not
--- an archive is not a draft
in harbour
$ dossier note add 03 --quote='the worst night since the flood' --text=x >/dev/null; dossier export --format=evidence >out; dossier check out
! dossier: out: is a zip archive: unpack it, and check what is in it
= 2
