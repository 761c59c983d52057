# article: what is known of one, confirmed and corrected.
--- what is set wins, and nothing else in tags.yaml is touched
in harbour
$ cp tags.yaml "$T/before"; dossier article set 05 author Ida Holm; diff "$T/before" tags.yaml
| 77c77
| <     author: Petra Holm
| ---
| >     author: Ida Holm
= 1
$ dossier article set 03 date 2024-04; dossier list --format=jsonl | grep 03-storm | grep -o '"date".*"why"'
| "date":null,"date_basis":"stated","date_from":"2024-04-01","date_to":"2024-04-30","why"
$ dossier article set letters source 'Skerrin: a paper'; tail -n 2 tags.yaml
|   letters/open-letter.txt:
|     source: "Skerrin: a paper"
--- what was worked out is confirmed, all or what is named
in harbour
$ printf 'Ferry sails again\n\nBy Ida Brandt\n\nThe ferry sailed again on Sunday, after eleven days in the harbour, the company said.\n' >07.txt
$ dossier list --format=jsonl | grep '"07.txt"' | grep -o '"worked_out".*'
| "worked_out":["title","author","body"]}
$ dossier article confirm 07 body; dossier list --format=jsonl | grep '"07.txt"' | grep -o '"worked_out".*'
| "worked_out":["title","author"]}
$ dossier article confirm 07; dossier list --format=jsonl | grep '"07.txt"' | grep -o '"worked_out".*'; tail -n 4 tags.yaml
| "worked_out":[]}
|   07.txt:
|     body: [{from: 0, to: 17}, {from: 34, to: 119}]
|     title: Ferry sails again
|     author: Ida Brandt
$ dossier article confirm 07 date
! dossier: no date is known that could be confirmed
= 2
$ dossier article confirm 02 date; dossier list --format=jsonl | grep 02-survey | grep -o '"date".*"why"'
| "date":"2024-03-20","date_basis":"stated","date_from":"2024-03-18","date_to":"2024-03-24","why"
--- none is stated, and nothing is worked out in its place
in harbour
$ dossier article none letters date; dossier list --format=jsonl | grep letters | grep -o '"date".*"author"'
| "date":null,"date_basis":null,"date_from":null,"date_to":null,"why":null,"source":null,"author"
$ dossier article none 02 body; dossier show 02 | head -n 3
| Home | Town | Sea
| 
| Survey finds less silt than feared
--- paragraphs go into the body and out of it
in harbour
$ dossier article in 02 --quote 'Read also'; dossier show 02 | tail -n 1
| Read also: Mayor Brandt opens the fish market
$ dossier article out 02 --quote 'Read also'; dossier show 02 | tail -n 1
| “It is good news for Skerrin,” the harbour master said. A Norlander would call it a miracle.
$ dossier article out 02 --range 0:9999
! dossier: --range: 0:9999 is no START:END in 02-survey.txt: bytes of the file, 0 to 376, on the bounds of characters, START before END
= 2
$ dossier article in 02
! dossier: article in: --quote or --range says which paragraphs
= 2
--- what can't be done is told, and what is allowed
in harbour
$ dossier article; dossier article praise 02; dossier article set 02 title; dossier article set 02 editor X; dossier article set 02 date soon
! dossier: article: something is missing behind it; usage: dossier article confirm ARTICLE [FIELD…] | set ARTICLE FIELD VALUE… | none … | in … | out …
! dossier: article: praise is not known; known are confirm, set, none, in, out
! dossier: article set: it takes ARTICLE FIELD VALUE…
! dossier: article: "editor" is not known of one; headline, date, source, author or body is allowed here
! dossier: “soon” is no date; 2025-02-18, 2025-02, 2025, one to another
= 2
$ dossier article set nowhere title X; dossier article none 02 date --quote x; dossier article set 02 body X
! dossier: no article begins with "nowhere"; there are 6: 01, 02, 03, 05, 06, letters
! dossier: article none: takes no --quote
! dossier: article set: the body is set by its paragraphs: article in, article out
= 2
$ printf 'articles: [a]\n' >tags.yaml; dossier article set 02 title X; cat tags.yaml
| articles: [a]
! dossier: tags.yaml:1:11: articles: found a list, a map is allowed here
! dossier: tags.yaml: line 1: "articles" holds a list; a map is allowed here
