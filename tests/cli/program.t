# The program as a whole: options, help, errors, output.
--- help names every verb
$ dossier --help
| usage: dossier [OPTION…] [VERB [ARGUMENT…]]
|        dossier [OPTION…] FOLDER | FILE | -
| 
| A reading desk for a folder of articles. Without a verb it opens on the screen; where
| standard output is no terminal, it lists the articles. FILE reads one file, - standard
| input. A folder that is named like a verb: ./list
| 
| Verbs (dossier VERB --help tells more):
|   list      the articles
|   show      one article's text
|   article   confirm or correct what was worked out of an article
|   actors    the actors, with counts
|   actor     name actors, their aliases, demonyms and roles; merge them
|   mentions  the mentions of actors, in context
|   find      places that match: words, "a phrase", prefix*, /expression/, field:word
|   quotes    what was said, and by whom
|   timeline  the times that the texts speak of, and the articles' own dates
|   notes     the notes; import FILE takes some in
|   note      make, change, remove, bring back and check notes
|   verdicts  what was decided of mentions, by whom
|   verdict   say whose a mention is, over what the rules say
|   tags      the tags, with counts; rename, merge and describe them
|   export    the notes with passages and sources, in ten formats
|   check     everything wrong or doubtful in articles, tags and notes; or a draft's quotations
|   cache     what is kept of large dossiers
|   keys      the key table
| 
| Options, before or behind the verb:
|   -C, --directory=DIR   work on this folder or file; else $DOSSIER_DIR, else .
|   --notes=FOLDER        keep and read the notes in this folder
|   --no-cache            read all texts anew, and keep nothing of them for the next time
|   --format=FORMAT       table, tsv, jsonl or grep; table on a terminal, else tsv
|   --color=WHEN          auto, always or never
|   -h, --help            this help; behind a verb, the verb's
|   --version             the version
| 
| The status is 0 if it was done; 1 if nothing was found, or check found errors; 2 if it
| was used wrongly or could not be done.
| 
| dossier(1) is the manual, dossier-tags(5) says how actors are named, dossier-notes(5)
| where notes are kept, dossier-export(5) in which forms they leave, dossier-search(5)
| what a search can ask for, dossier-config(5) what can be set.
--- every verb has help with its usage and an example
$ for verb in list show actors actor mentions find quotes notes note export check cache keys; do dossier $verb --help | grep -c '^usage: dossier\|^Example:' ; done
| 2
| 2
| 2
| 2
| 2
| 2
| 2
| 2
| 2
| 2
| 2
| 2
| 2
$ dossier find -h
| usage: dossier find QUERY [OPTION…]
| 
| Lists the places of words and phrases in the articles that answer the whole query.
| 
|   word word    articles that have both, or: word AND word
|   "a phrase"   these words, one after the other
|   prefix*      words that begin so
|   /colou?r/    a regular expression, as in Perl; without a capital of either case
|   a NEAR/5 b   both, five words apart at most; NEAR alone: ten
|   actor:ID     mentions of an actor: an id, or "a name" in marks
|   note:word    passages with such a note
|   said:ID      what this actor is found to say
|   @name        a search that was saved under this name
|   OR NOT ( )   either; articles without; brackets
| 
| These ask of an article as a whole; alone, they list headlines:
| 
|   title:word source:Reuters tag:diplomacy
|   after:2025-03 before:2025-04-15   from that day on; earlier than that day
| 
| Words match as aliases do: a capital letter stands for a capital, a small one for either;
| marks on Latin letters don't count.
| 
| Options:
|   --sort=ORDER          date (as it is), or rank: the articles that answer best first
|   --explain             print how the query was read, and search nothing
| 
| Options of every verb:
|   -C, --directory=DIR   work on this folder or file; else $DOSSIER_DIR, else .
|   --notes=FOLDER        keep and read the notes in this folder
|   --no-cache            read all texts anew, and keep nothing of them for the next time
|   --format=FORMAT       table, tsv, jsonl or grep; table on a terminal, else tsv
|   --color=WHEN          auto, always or never
|   -h, --help            this help; behind a verb, the verb's
|   --version             the version
| 
| Example:
|   dossier find '"security guarantees" AND actor:marco-rubio'
$ dossier --version
| dossier 0.1.0
--- what is not there is answered with what there is
$ dossier lits
! dossier: lits: no such verb, nor a file or folder of that name; verbs are list show article actors actor mentions find quotes timeline notes note verdicts verdict tags export check cache keys
= 2
$ dossier said
! dossier: said: no such verb, nor a file or folder of that name; verbs are list show article actors actor mentions find quotes timeline notes note verdicts verdict tags export check cache keys
= 2
$ dossier --wide list
! dossier: --wide: no such option; there are --directory -C --notes --no-cache --format --color --help -h --version
= 2
$ dossier list --wide
! dossier: list: --wide: no such option; there are --sort --tag --actor --directory -C --notes --no-cache --format --color --help -h --version
= 2
$ dossier list --format=xml
! dossier: --format: xml is not known; formats are table, tsv, jsonl and grep
= 2
$ dossier list --color=red
! dossier: --color: red is not known; it is auto, always or never
= 2
$ dossier --format
! dossier: --format needs a value: --format=FORMAT (table, tsv, jsonl or grep; table on a terminal, else tsv)
= 2
--- options of the program stand before or behind the verb
in harbour
$ cd / && dossier -C $T/harbour --format=jsonl list | wc -l
| 6
$ cd / && dossier list --format jsonl -C $T/harbour | wc -l
| 6
$ cd / && DOSSIER_DIR=$T/harbour dossier list --format=jsonl | wc -l
| 6
$ cd / && dossier $T/harbour list
! dossier: list: too much behind a folder or file; with a verb, write dossier -C $T/harbour VERB
= 2
--- colour is for terminals, or for those who ask
in harbour
$ dossier mentions lin-wei --format=table --color=always | sed 's/\x1b/ESC/g' | head -n 2
| ESC[2mplace                   date                                 mentionESC[0m
| 02 ¶1           20 Mar 2024~  …ay between Skerrin and Lund.  ESC[1mLin WeiESC[0m  , who led them, found two me…
$ dossier mentions lin-wei --format=table | grep -c '' 
| 4
--- a closed pipe ends it quietly
in harbour
$ (dossier mentions; echo $? >status) | head -n 1; cat status
| article	date	start	end	text	actor	kind	in_body	within	ambiguous	before	after
| 0
--- a full disk is told
in harbour
$ dossier mentions >/dev/full
! dossier: standard output: can't be written: No space left on device
= 2
$ dossier list >&-
! dossier: standard output: can't be written: Bad file descriptor
= 2
--- names of files can't send anything to the terminal
$ printf 'x' >"$(printf 'a\033[31mb.txt')"
$ dossier list | cut -f 1
| article
| a<U+001B>[31mb.txt
$ dossier list --format=jsonl | cut -c 1-35
| {"article":"a\u001b[31mb.txt","titl
$ dossier list --format=grep
| a<U+001B>[31mb.txt:1:1:(x…)
$ dossier show "$(printf 'a\033[32mb.txt')"
! dossier: no article begins with "a<U+001B>[32mb.txt"; there is 1: a
= 2
--- the key table has every command
$ dossier keys --format=table | head -n 4
| where                              keys          command           does
| all                                j Down        down              line or row down
| all                                k Up          up                line or row up
| all                                Space f PgDn  page-down         page down; at the end, on to the…
$ dossier keys --format=jsonl | head -n 3
| {"context":"all","keys":["j","Down"],"command":"down","help":"line or row down"}
| {"context":"all","keys":["k","Up"],"command":"up","help":"line or row up"}
| {"context":"all","keys":["Space","f","PgDn"],"command":"page-down","help":"page down; at the end, on to the next unread"}
$ dossier keys --format=grep
! dossier: keys: its rows have no places in files; formats are table, tsv and jsonl
= 2
