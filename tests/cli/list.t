# list: the articles.
--- articles come by date, what was worked out carries a tilde
in harbour
$ dossier list --format=table
| article          date  source           headline                             words  mentions  notes
| 01       12 Mar 2024   Skerrin Courier  Council votes to dredge the harbour     70         7      0
| 02       20 Mar 2024~  Skerrin Courier  Survey finds less silt than feared      53         8      0
| 03        2 Apr 2024   Skerrin Courier  Storm closes the port of Skerrin        75        11      0
| letters  17 May 2024~                   An open letter to the Trust             58         6      0
| 05        3 Jun 2024   Skerrin Courier  Skerrin has a new mayor                 36         8      0
| 06                                      The harbour master remembers ~          37         6      0
--- a narrow table still names article, date and headline
in harbour
$ COLUMNS=40 dossier list --format=table
| ar…          date  headline
| 01   12 Mar 2024   Council votes to dre…
| 02   20 Mar 2024~  Survey finds less si…
| 03    2 Apr 2024   Storm closes the por…
| le…  17 May 2024~  An open letter to th…
| 05    3 Jun 2024   Skerrin has a new ma…
| 06                 The harbour master r…
--- into a pipe it is tsv with all fields of the contract
in harbour
$ dossier list | head -n 3
| article	title	date	date_basis	date_from	date_to	why	source	author	url	words	mentions	notes	body	worked_out
| 01-vote.md	Council votes to dredge the harbour	2024-03-12	stated				Skerrin Courier	Petra Holm		70	7	0	137-534	body
| 02-survey.txt	Survey finds less silt than feared	2024-03-20	inferred	2024-03-18	2024-03-24	The week after the vote, as its first version says.	Skerrin Courier		https://courier.example/survey	53	8	0	19-328	
--- without a verb, where nobody can read on a screen, the articles are listed
in harbour
$ dossier | cut -f 1
| article
| 01-vote.md
| 02-survey.txt
| 03-storm.txt
| letters/open-letter.txt
| 05-new-mayor.txt
| 06-undated.txt
$ cd / && dossier $T/harbour | cut -f 1
| article
| 01-vote.md
| 02-survey.txt
| 03-storm.txt
| letters/open-letter.txt
| 05-new-mayor.txt
| 06-undated.txt
$ cd / && dossier --format=jsonl -C $T/harbour | wc -l
| 6
--- jsonl has every field in order, null for what is missing
in harbour
$ dossier list --format=jsonl | sed -n '2p;6p'
| {"article":"02-survey.txt","title":"Survey finds less silt than feared","date":"2024-03-20","date_basis":"inferred","date_from":"2024-03-18","date_to":"2024-03-24","why":"The week after the vote, as its first version says.","source":"Skerrin Courier","author":null,"url":"https://courier.example/survey","words":53,"mentions":8,"notes":0,"body":[[19,328]],"worked_out":[]}
| {"article":"06-undated.txt","title":"The harbour master remembers","date":null,"date_basis":null,"date_from":null,"date_to":null,"why":null,"source":null,"author":null,"url":null,"words":37,"mentions":6,"notes":0,"body":[[0,201]],"worked_out":["title","body"]}
--- a range without a day is a range
in harbour
$ printf -- '---\ndate-from: 2024-01-01\ndate-to: 2024-01-31\ndate-why: so they say\n---\nThe new quay\n\nIt is new.\n' >07.md
$ dossier list --format=jsonl | grep 07.md
| {"article":"07.md","title":"The new quay","date":null,"date_basis":"stated","date_from":"2024-01-01","date_to":"2024-01-31","why":"so they say","source":null,"author":null,"url":null,"words":6,"mentions":0,"notes":0,"body":[[72,97]],"worked_out":["title","body"]}
--- it is ordered as wished, the undated and nameless last
in harbour
$ dossier list --sort=mentions | cut -f 1,12
| article	mentions
| 03-storm.txt	11
| 02-survey.txt	8
| 05-new-mayor.txt	8
| 01-vote.md	7
| letters/open-letter.txt	6
| 06-undated.txt	6
$ dossier list --sort title | cut -f 2
| title
| An open letter to the Trust
| Council votes to dredge the harbour
| Skerrin has a new mayor
| Storm closes the port of Skerrin
| Survey finds less silt than feared
| The harbour master remembers
$ dossier list --sort=source | cut -f 8
| source
| Skerrin Courier
| Skerrin Courier
| Skerrin Courier
| Skerrin Courier
| 
| 
$ dossier list --sort=size
! dossier: --sort: size is not known; it is one of date title source mentions
= 2
--- it shows only articles with a tag, or with an actor and then the actor's mentions
in harbour
$ dossier list --tag=council | cut -f 1
| article
| 01-vote.md
$ dossier list --actor='Ida Brandt' | cut -f 1,12
| article	mentions
| 01-vote.md	3
| 03-storm.txt	2
| 05-new-mayor.txt	1
| 06-undated.txt	1
$ dossier list --actor=Nobody
! dossier: no actor "Nobody" among 14; `dossier actors` lists them
= 2
$ dossier list --tag=none
| article	title	date	date_basis	date_from	date_to	why	source	author	url	words	mentions	notes	body	worked_out
= 1
--- an article that can't be read is listed with the reason
in plain
$ dossier list --format=table
| article  headline                                                  words  mentions  notes
| bad      The bell ~                                                   15         0      0
| binary   (is binary, not text)                                         0         0      0
| crlf     Nets for sale ~                                              24         0      0
| empty                                                                  0         0      0
| hostile  Hostile <U+001B>[31mletters<U+001B>[0m ~                     16         0      0
| latin    A café on the quay ~                                         29         0      0
| log      The log of the pier ~                                        20         0      0
| utf16    The ice house ~                                              18         0      0
| wrapped  (The lamp on the north pier ==========================…)     86         0      0
--- grep names each article as a place
in harbour
$ cd .. && dossier -C harbour list --format=grep
| harbour/01-vote.md:1:1:Council votes to dredge the harbour
| harbour/02-survey.txt:1:1:Survey finds less silt than feared
| harbour/03-storm.txt:1:1:Storm closes the port of Skerrin
| harbour/letters/open-letter.txt:1:1:An open letter to the Trust
| harbour/05-new-mayor.txt:1:1:Skerrin has a new mayor
| harbour/06-undated.txt:1:1:The harbour master remembers ~
--- a folder named like a verb is written as a path
$ mkdir list && echo 'In a folder' >list/a.txt
$ dossier ./list | cut -f 1
| article
| a.txt
$ dossier list
| article	title	date	date_basis	date_from	date_to	why	source	author	url	words	mentions	notes	body	worked_out
| list/a.txt										3	0	0	0-12	body
--- a folder that is not there is an error
$ dossier -C nowhere list
! dossier: nowhere: can't be opened: No such file or directory
= 2
$ dossier nowhere
! dossier: nowhere: no such verb, nor a file or folder of that name; verbs are list show article actors actor mentions find quotes timeline notes note verdicts verdict tags export check cache keys
= 2
--- what stands around an article in a text is not the article, and tells of it
in harbour
$ printf 'Skip to content\nHome\nNews\nLog in\nThe ferry is late again today\nBy Ina Marsh\n17 May 2024\nThe ferry was late again, and the people on the quay waited for it in the rain.\nNobody could say why, and nobody had asked the ferryman, who does not like it.\nComments\nLeave a comment\nPrivacy policy\n' >08.txt
$ dossier list --format=jsonl | grep 08.txt
| {"article":"08.txt","title":"The ferry is late again today","date":"2024-05-17","date_basis":"stated","date_from":null,"date_to":null,"why":"The text states it: \"17 May 2024\".","source":null,"author":"Ina Marsh","url":null,"words":38,"mentions":0,"notes":0,"body":[[33,62],[88,246]],"worked_out":["title","date","author","body"]}
$ dossier show 08
| The ferry is late again today
| 
| The ferry was late again, and the people on the quay waited for it in the rain.
| 
| Nobody could say why, and nobody had asked the ferryman, who does not like it.
$ dossier show --all 08 | grep '^|'
| | Skip to content
| | Home
| | News
| | Log in
| | By Ina Marsh
| | 17 May 2024
| | Comments
| | Leave a comment
| | Privacy policy
--- an undated article has a range where it says what has been and what is ahead
in harbour
$ printf 'The lock\n\nThe lock was closed on 3 May 2024. It will be opened on 20 May 2024, she said.\n' >09.txt
$ dossier list | grep 09.txt | cut -f 2-7
| The lock		inferred	2024-05-03	2024-05-20	It speaks of 3 May 2024 as past, and of 20 May 2024 as still ahead.
