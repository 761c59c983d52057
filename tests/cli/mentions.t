# mentions: in context.
--- the keyword stands in one column, with its context beside it
in harbour
$ dossier mentions Sokolova --format=table
| place               date                               mention
| 03 ¶3        2 Apr 2024   …nts eleven boats lost; its  chair            , Alyona
| 03 ¶3        2 Apr 2024   …ven boats lost; its chair,  Alyona Sokolova  , spoke of “the worst nigh…
| letters ¶1  17 May 2024~                         Dear  Alyona Sokolova  (Алёна Соколова),
| letters ¶1  17 May 2024~       Dear Alyona Sokolova (  Алёна Соколова   ),
| letters ¶2  17 May 2024~  … to keep the fairway open.  Соколова         знает порт лучше всех. nl.…
$ COLUMNS=60 dossier mentions Sokolova Lund --format=table
| place                       mention
| 02 ¶1       …n Skerrin and  Lund            . Lin Wei, wh…
| 03 ¶3       …ats lost; its  chair           , Alyona
| 03 ¶3       …t; its chair,  Alyona Sokolo…  , spoke of “t…
| 03 ¶6       … The Skerrin–  Lund
| 03 ¶8                       Lund            before the qu…
| letters ¶1            Dear  Alyona Sokolo…  (Алёна Соколо…
| letters ¶1  …na Sokolova (  Алёна Соколова  ),
| letters ¶2  …fairway open.  Соколова        знает порт лу…
| 05 ¶2       …s to call the  Lund            talks for Jul…
| 06 ¶2       …a letter from  Lund            .
--- jsonl has every field in order; a name across a line end is one mention
in harbour
$ dossier mentions alyona-sokolova --format=jsonl | head -n 2
| {"article":"03-storm.txt","date":"2024-04-02","start":263,"end":268,"text":"chair","actor":"alyona-sokolova","kind":"role","in_body":true,"within":null,"ambiguous":null,"before":"Trust counts eleven boats lost; its ","after":", Alyona"}
| {"article":"03-storm.txt","date":"2024-04-02","start":270,"end":285,"text":"Alyona\nSokolova","actor":"alyona-sokolova","kind":"name","in_body":true,"within":null,"ambiguous":null,"before":"counts eleven boats lost; its chair, ","after":", spoke of “the worst night since the"}
--- an ambiguous mention has a row for each candidate
in harbour
$ dossier mentions --article=05 --format=jsonl | grep '"text":"Brandt"'
| {"article":"05-new-mayor.txt","date":"2024-06-03","start":160,"end":166,"text":"Brandt","actor":"ida-brandt","kind":"name","in_body":true,"within":null,"ambiguous":["ida-brandt","jonas-brandt"],"before":"office on Saturday. The mayor thanked ","after":" for “years of patience”."}
| {"article":"05-new-mayor.txt","date":"2024-06-03","start":160,"end":166,"text":"Brandt","actor":"jonas-brandt","kind":"name","in_body":true,"within":null,"ambiguous":["ida-brandt","jonas-brandt"],"before":"office on Saturday. The mayor thanked ","after":" for “years of patience”."}
$ dossier mentions --article=05 jonas-brandt --format=jsonl
| {"article":"05-new-mayor.txt","date":"2024-06-03","start":160,"end":166,"text":"Brandt","actor":"jonas-brandt","kind":"name","in_body":true,"within":null,"ambiguous":["ida-brandt","jonas-brandt"],"before":"office on Saturday. The mayor thanked ","after":" for “years of patience”."}
--- a role that nobody holds has one row, without an actor
in harbour
$ dossier mentions --article=05 --format=jsonl | grep '"text":"President"'
| {"article":"05-new-mayor.txt","date":"2024-06-03","start":255,"end":264,"text":"President","actor":null,"kind":"role","in_body":true,"within":null,"ambiguous":[],"before":"was to call the Lund talks for July. ","after":" Vale sent a telegram."}
--- a nested mention says within whose
in harbour
$ dossier mentions --article=02 --kind=demonym --format=jsonl
| {"article":"02-survey.txt","date":"2024-03-20","start":294,"end":303,"text":"Norlander","actor":"norland","kind":"demonym","in_body":true,"within":null,"ambiguous":null,"before":"Skerrin,” the harbour master said. A ","after":" would call it a miracle."}
$ dossier mentions --article=03 --format=jsonl | grep -o '"text":"[^"]*","actor":"[^"]*","kind":"name","in_body":true,"within":"[^"]*"'
| "text":"Skerrin","actor":"skerrin","kind":"name","in_body":true,"within":"harbour-trust"
| "text":"Skerrin","actor":"skerrin","kind":"name","in_body":true,"within":"lund-talks"
| "text":"Lund","actor":"lund","kind":"name","in_body":true,"within":"lund-talks"
--- offsets are bytes of the file as stored, with marks, other encodings and front matter
in harbour
$ dossier mentions --article=letters --format=jsonl | grep -o '"start":[0-9]*,"end":[0-9]*,"text":"[^"]*"' | sed -n 4,5p
| "start":328,"end":334,"text":"林伟"
| "start":381,"end":397,"text":"Соколова"
$ tail -c +382 letters/open-letter.txt | head -c 16; echo
| Соколова
$ printf 'actors:\n  - {id: port, name: Порт}\n' >tags.yaml; printf '\377\376' >07.txt; printf 'A Порт.' | iconv -t UTF-16LE >>07.txt
$ dossier mentions port --article=07 --format=jsonl
| {"article":"07.txt","date":null,"start":6,"end":14,"text":"Порт","actor":"port","kind":"name","in_body":true,"within":null,"ambiguous":null,"before":"A ","after":"."}
--- what counts is what the list and the actors count
in harbour
$ dossier mentions --counting --format=jsonl lund | wc -l
| 5
$ dossier actors | grep '^lund	' | cut -f 4
| 5
--- kinds are chosen
in harbour
$ dossier mentions --kind=role --article=03 | cut -f 5,6,7
| text	actor	kind
| chair	alyona-sokolova	role
| Mayor	ida-brandt	role
$ dossier mentions --kind=verb
! dossier: --kind: verb is not known; it is one of name demonym role
= 2
--- grep can be opened by an editor
in harbour
$ cd .. && dossier -C harbour mentions Okafor --kind=name --format=grep
| harbour/05-new-mayor.txt:8:1:Tomas Okáfor took office on Saturday. The mayor
| harbour/05-new-mayor.txt:10:1:Okafor’s first act was to call the Lund talks
--- nobody found is status 1, nobody known an error that lists who there is
in harbour
$ dossier mentions 'Skerrin Courier' --article=06
| article	date	start	end	text	actor	kind	in_body	within	ambiguous	before	after
= 1
$ dossier mentions Vale
! dossier: no actor "Vale" among 14; `dossier actors` lists them
= 2
$ dossier mentions Brandt
! dossier: "Brandt" is more than one actor: ida-brandt, jonas-brandt
= 2
$ dossier mentions --article=99
! dossier: no article begins with "99"; there are 6: 01, 02, 03, 05, 06, letters
= 2
--- without actors it says how to begin
in plain
$ dossier mentions
| article	date	start	end	text	actor	kind	in_body	within	ambiguous	before	after
! dossier: binary.txt: is binary, not text
! dossier: no actor is named yet: name the first under actors: in tags.yaml; see dossier-tags(5)
= 1
