# show: one article.
--- the body is printed, one line a paragraph
in harbour
$ dossier show 02
| Survey finds less silt than feared
| 
| Divers of the Norlandic Shipping Union have measured the fairway between Skerrin and Lund. Lin Wei, who led them, found two metres of silt where the Tide Report expected four.
| 
| “It is good news for Skerrin,” the harbour master said. A Norlander would call it a miracle.
--- with --all the rest is there too, marked
in harbour
$ dossier show 02-survey.txt --all
| | Home | Town | Sea
| 
| Survey finds less silt than feared
| 
| Divers of the Norlandic Shipping Union have measured the fairway between Skerrin and Lund. Lin Wei, who led them, found two metres of silt where the Tide Report expected four.
| 
| “It is good news for Skerrin,” the harbour master said. A Norlander would call it a miracle.
| 
| | Read also: Mayor Brandt opens the fish market
--- notes stand below it on demand
in harbour
$ dossier note add 02 --quote='two metres of silt' --text='Who measured?' --tag=silt >/dev/null
$ dossier show 02 --with-notes | tail -n 3 | sed 's/^[0-9a-f]*  \(.*\)  .*  exact/ID  \1  ME  exact/'
| ID  02 ¶1  ME  exact
| > two metres of silt
| Who measured? #silt
--- an article is named by a beginning that no other has
in harbour
$ dossier show letters/ | head -n 1
| An open letter to the Trust
$ dossier show 0
! dossier: more than one article begins with "0"; there are 5: 01, 02, 03, 05, 06
= 2
$ dossier show nowhere
! dossier: no article begins with "nowhere"; there are 6: 01, 02, 03, 05, 06, letters
= 2
$ dossier show
! dossier: show: something is missing behind it; usage: dossier show ARTICLE [OPTION…]
= 2
$ dossier show 02 03
! dossier: show: 03 is one too many; usage: dossier show ARTICLE [OPTION…]
= 2
--- nothing hostile reaches the terminal
in plain
$ dossier show hostile | head -n 1
| Hostile <U+001B>[31mletters<U+001B>[0m
$ dossier show latin | head -n 1
| A café on the quay
$ dossier show utf16 | head -n 1
| The ice house
$ dossier show binary
! dossier: binary.txt: is binary, not text
= 2
--- it prints no rows
in harbour
$ dossier show 02 --format=jsonl
! dossier: show: prints no rows, so it takes no --format
= 2
--- standard input is read as one article
$ printf 'A line\n\nAnd one more.\n' | dossier -C - show '(standard input)'
| A line
| 
| And one more.
$ printf 'A line\n\nAnd one more.\n' | dossier - --format=jsonl
| {"article":"(standard input)","title":"A line","date":null,"date_basis":null,"date_from":null,"date_to":null,"why":null,"source":null,"author":null,"url":null,"words":5,"mentions":0,"notes":0,"body":[[0,22]],"worked_out":["title","body"]}
--- one file is read alone
in harbour
$ dossier -C 03-storm.txt show 03 | head -n 1
| Storm closes the port of Skerrin
$ dossier 03-storm.txt | cut -f 1,2
| article	title
| 03-storm.txt	Storm closes the port of Skerrin
