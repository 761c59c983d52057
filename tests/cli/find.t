# find: a query over all texts.
--- words are found by the folding of names
in harbour
$ dossier find harbour --format=table
| place               date                                   found
| 01 line 2   12 Mar 2024   …e: Council votes to dredge the  harbour
| 01 ¶0       12 Mar 2024       Council votes to dredge the  harbour
| 01 ¶2       12 Mar 2024                       The Skerrin  Harbour  Trust, which owns the quays, w…
| 01 ¶3       12 Mar 2024                 Jonas Brandt, the  harbour  master, was not in the room. H…
| 02 ¶2       20 Mar 2024~  …is good news for Skerrin,” the  harbour  master said. A Norlander would…
| 03 ¶3        2 Apr 2024                                    Harbour  Trust counts eleven boats lost…
| letters ¶3  17 May 2024~              With respect to the  harbour  , its SKERRIN boats and the Ha…
| letters ¶3  17 May 2024~  …our, its SKERRIN boats and the  Harbour  -Trust
| 06 ¶0                                                 The  harbour  master remembers
| 06 ¶1                     …nine when the flood came,” the  harbour  master says. The mayor of thos…
$ dossier find okafor | cut -f 1,5
| article	text
| 05-new-mayor.txt	Okáfor
| 05-new-mayor.txt	Okafor
--- phrases, beginnings, actors, AND OR NOT and brackets
in harbour
$ dossier find '"harbour master" says' | cut -f 1,5
| article	text
| 06-undated.txt	harbour master
| 06-undated.txt	harbour master
| 06-undated.txt	says
$ dossier find 'quay*' | cut -f 5
| text
| quays
| quays
| quay
$ dossier find 'actor:"Lin Wei" (silt OR quay)' | cut -f 1,5
| article	text
| 02-survey.txt	silt
| 02-survey.txt	Lin\nWei
| 02-survey.txt	silt
| letters/open-letter.txt	quay
| letters/open-letter.txt	林伟
$ dossier find Lund NOT Skerrin | cut -f 1,5
| article	text
| 06-undated.txt	Lund
--- every word or phrase is a row with its place
in harbour
$ dossier find 'boats eleven' --format=jsonl
| {"article":"03-storm.txt","date":"2024-04-02","start":240,"end":246,"text":"eleven","before":"Harbour Trust counts ","after":" boats lost; its chair, Alyona"}
| {"article":"03-storm.txt","date":"2024-04-02","start":247,"end":252,"text":"boats","before":"Harbour Trust counts eleven ","after":" lost; its chair, Alyona"}
$ dossier find 'eleven boats' --format=grep
| 03-storm.txt:10:22:Harbour Trust counts eleven boats lost; its chair, Alyona
| 03-storm.txt:10:29:Harbour Trust counts eleven boats lost; its chair, Alyona
--- what is wrong with a query is said with its column
in harbour
$ dossier find 'quay AND (boats'
! dossier: query:1:10: this bracket is not closed
= 2
$ dossier find 'told:yes'
! dossier: query:1:1: told: is no field; there are actor: title: source: tag: note: said: before: after:; in quotation marks it is searched as it stands
= 2
$ dossier find ''
! dossier: query:1:1: a word is missing here; allowed are words, "a phrase", prefix*, /expression/, field:word, @name, NEAR, AND, OR, NOT and ( )
= 2
$ dossier find
! dossier: find: something is missing behind it; usage: dossier find QUERY [OPTION…]
= 2
--- nothing found is status 1
in harbour
$ dossier find zeppelin
| article	date	start	end	text	before	after
= 1
$ dossier find zeppelin --format=jsonl
= 1
--- expressions, words near each other, and fields
in harbour
$ dossier find '/qua\w+/' | cut -f 1,5
| article	text
| 01-vote.md	quays
| 03-storm.txt	quays
| letters/open-letter.txt	quay
$ dossier find 'harbour NEAR/1 master' | cut -f 1,5
| article	text
| 01-vote.md	harbour
| 01-vote.md	master
| 02-survey.txt	harbour
| 02-survey.txt	master
| 06-undated.txt	harbour
| 06-undated.txt	master
| 06-undated.txt	harbour
| 06-undated.txt	master
$ dossier find 'source:courier after:2024-03 before:2024-04' | cut -f 1,5
| article	text
| 01-vote.md	Council votes to dredge the harbour
| 02-survey.txt	Survey finds less silt than feared
$ dossier note add 03 --quote='eleven boats lost' --text='Count them.' >/dev/null; dossier find 'note:count' | cut -f 1,5
| article	text
| 03-storm.txt	eleven boats lost
--- a query can be read back in words
in harbour
$ dossier find --explain 'boats OR quay* NOT source:courier'
| places in articles with the word “boats” or (the word “quay”, and on and not a source with “courier”)
--- what is hostile in a query is named when it is read back
in harbour
$ dossier find --explain "$(printf 'a\033[31mb \342\200\256y')"
| places in articles with the word “a<U+001B>[31mb” and the word “<U+202E>y”
--- the articles that answer best come first where that is asked for
in harbour
$ dossier find harbour --sort=rank | cut -f 1 | uniq
| article
| 01-vote.md
| 06-undated.txt
| letters/open-letter.txt
| 02-survey.txt
| 03-storm.txt
$ dossier find harbour --sort=best
! dossier: --sort: best is not known; it is one of date rank
= 2
--- a saved search stands for its query, and what is wrong with one is said
in harbour
$ printf 'searches:\n  - id: mud\n    query: silt OR quay*\n  - id: round\n    query: "@round"\n' >searches.yaml; dossier find @mud after:2024-05 2>/dev/null | cut -f 1,5
| article	text
| letters/open-letter.txt	quay
$ dossier find @mud >/dev/null
! dossier: searches.yaml:4:1: the search “round”: query:1:1: @round asks for itself
$ dossier find --explain '@mud NOT boats' 2>/dev/null
| places in articles with (the word “silt” or the word “quay”, and on) and not the word “boats”
$ dossier find @sand 2>/dev/null
= 2
$ dossier find @sand 2>&1 | tail -n 1
| dossier: query:1:1: there is no saved search “sand”; there are @mud, @round
$ dossier check --format=tsv | grep searches
| error	searches.yaml	4	1	bad-query	the search “round”: query:1:1: @round asks for itself
