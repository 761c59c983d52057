# verdict, verdicts: whose a mention is, over what the rules say.
--- what is in doubt is listed, and is not any more when it is decided
in harbour
$ dossier mentions --doubtful --format=tsv | cut -f1,3,5-6
| article	start	text	actor
| 01-vote.md	283	Brandt	ida-brandt
| 01-vote.md	283	Brandt	jonas-brandt
| 05-new-mayor.txt	160	Brandt	ida-brandt
| 05-new-mayor.txt	160	Brandt	jonas-brandt
| 06-undated.txt	97	mayor	ida-brandt
| 06-undated.txt	97	mayor	tomas-okafor
$ dossier verdict add 05 --quote=Brandt --actor=jonas-brandt >id; dossier mentions --doubtful | cut -f1,5-6
| article	text	actor
| 01-vote.md	Brandt	ida-brandt
| 01-vote.md	Brandt	jonas-brandt
| 06-undated.txt	mayor	ida-brandt
| 06-undated.txt	mayor	tomas-okafor
$ dossier mentions --article=05 jonas-brandt --format=jsonl
| {"article":"05-new-mayor.txt","date":"2024-06-03","start":160,"end":166,"text":"Brandt","actor":"jonas-brandt","kind":"name","in_body":true,"within":null,"ambiguous":null,"before":"office on Saturday. The mayor thanked ","after":" for “years of patience”."}
$ dossier actors --format=tsv | grep brandt | cut -f1,4,5
| ida-brandt	6	3
| jonas-brandt	6	4
--- the list says whose, by whom and whether it counts
in harbour
$ mkdir -p "$XDG_CONFIG_HOME/dossier"; echo 'writer: anna' >"$XDG_CONFIG_HOME/dossier/config.yaml"
$ dossier verdict always Brandt --nobody >a; dossier verdict add 01 --quote='Brandt said' --actor=lund; dossier verdict add 01 --quote=Brandt --nth=2 --actor=ida-brandt >b
! dossier: verdict add: no form in tags.yaml finds “Brandt said” there; dossier mentions --article=01 lists what is found
$ dossier verdict always mayor --article=06 --actor=tomas-okafor >c
$ dossier verdicts --format=table | cut -c 15-
| place         mention       whose           by    standing
| (everywhere)  every Brandt  nobody’s here   anna  counts
| 06            every mayor   Tomas Okafor’s  anna  counts
| 01 ¶1         Brandt        Ida Brandt’s    anna  counts
$ dossier verdicts --format=jsonl | sed 's/"id":"[0-9a-f]*"/"id":"…"/; s/"created":"[^"]*"/"created":"…"/'
| {"id":"…","by":"anna","created":"…","article":null,"start":null,"end":null,"quote":null,"form":"Brandt","actor":null,"standing":"counts","about":"form"}
| {"id":"…","by":"anna","created":"…","article":"06-undated.txt","start":null,"end":null,"quote":null,"form":"mayor","actor":"tomas-okafor","standing":"counts","about":"form"}
| {"id":"…","by":"anna","created":"…","article":"01-vote.md","start":283,"end":289,"quote":"Brandt","form":null,"actor":"ida-brandt","standing":"counts","about":"mention"}
$ dossier verdicts --article=06 --format=tsv | cut -f8-
| form	actor	standing	about
| mayor	tomas-okafor	counts	form
--- nobody's is a row without an actor, and does not count
in harbour
$ dossier verdict add 05 --quote=Brandt --nobody >id; dossier mentions --article=05 --format=jsonl | grep '"text":"Brandt"'
| {"article":"05-new-mayor.txt","date":"2024-06-03","start":160,"end":166,"text":"Brandt","actor":null,"kind":"name","in_body":true,"within":null,"ambiguous":[],"before":"office on Saturday. The mayor thanked ","after":" for “years of patience”."}
$ dossier mentions --article=05 --counting --format=tsv | cut -f5 | grep -c Brandt
| 0
= 1
--- one that is taken back leaves the rules in force
in harbour
$ id=$(dossier verdict add 05 --quote=Brandt --actor=ida-brandt); dossier verdict rm "$id" | grep -c "$id"; dossier verdicts | wc -l
| 1
| 1
$ dossier mentions --doubtful --article=05 --format=tsv | wc -l
| 3
$ dossier verdict rm nosuchid
! dossier: no verdict has the id “nosuchid”; dossier verdicts lists them
= 2
--- what is asked for wrongly is said, and nothing is written
in harbour
$ dossier verdict add 05 --quote=thanked --nobody
! dossier: verdict add: no form in tags.yaml finds “thanked” there; dossier mentions --article=05 lists what is found
= 2
$ dossier verdict add 05 --quote=Brandt
! dossier: verdict add: give --actor=ACTOR or --nobody, one of the two
= 2
$ dossier verdict add 05 --quote=Brandt --nobody --actor=lund
! dossier: verdict add: give --actor=ACTOR or --nobody, one of the two
= 2
$ dossier verdict add 05 --nobody
! dossier: verdict add: --quote or --range says which mention is meant
= 2
$ dossier verdict always brandt --nobody
! dossier: verdict always: no actor in tags.yaml has the form “brandt”; capitals matter
= 2
$ dossier verdict always Brandt --quote=x --nobody
! dossier: verdict always: takes no --quote
= 2
$ dossier verdict give 05
! dossier: verdict: give is not known; known are add, always, rm
= 2
$ ls notes 2>/dev/null | wc -l
| 0
--- check lists verdicts that are not applied, with the reason
in harbour
$ dossier verdict add 05 --quote=Brandt --actor=ida-brandt >id; sed -i 's/thanked Brandt for .*/left./' 05-new-mayor.txt
$ dossier check --format=grep | sed 's/verdict [0-9a-f]*/verdict …/; s/:[0-9]*:1:/:N:1:/; s:notes/[^.]*:notes/NAME:' | grep verdict
| notes/NAME.yaml:N:1:error: verdict … on “Brandt” is not applied: its words are nowhere in the article any more
$ dossier verdicts --format=tsv | cut -f9-
| actor	standing	about
| ida-brandt	lost	mention
--- where colleagues disagree none counts, and it is told
in harbour
$ mkdir notes; for who in ben carl; do printf 'version: 1\nnotes:\nverdicts:\n  - {id: %s1, article: 05-new-mayor.txt, at: [160, 166], quote: Brandt, actor: %s}\n' $who $([ $who = ben ] && echo ida-brandt || echo jonas-brandt) >notes/$who.yaml; done
$ dossier verdicts --format=tsv | cut -f2,9-
| by	actor	standing	about
| ben	ida-brandt	disputed	mention
| carl	jonas-brandt	disputed	mention
$ dossier check --format=grep | grep verdict
| notes/ben.yaml:4:1:warning: verdict ben1 on “Brandt” is not applied: another colleague says otherwise, so none counts till you say it
| notes/carl.yaml:4:1:warning: verdict carl1 on “Brandt” is not applied: another colleague says otherwise, so none counts till you say it
$ dossier mentions --doubtful --article=05 --format=tsv | cut -f6
| actor
| ida-brandt
| jonas-brandt
$ dossier verdict add 05 --quote=Brandt --actor=ida-brandt >id; dossier verdicts --format=tsv | cut -f9-; dossier mentions --article=05 --format=tsv | grep -w Brandt | cut -f6
| actor	standing	about
| ida-brandt	overruled	mention
| jonas-brandt	overruled	mention
| ida-brandt	counts	mention
| tomas-okafor
| ida-brandt
