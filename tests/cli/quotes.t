# quotes: what was said, and by whom.
--- a table names the speaker, marks what is not sure, and has a sign for the kind
in harbour
$ dossier quotes --format=table
| place          date  speaker            cue         words
| 01 ¶1  12 Mar 2024   Brandt             said     "  We have waited twenty years for deep water,
| 02 ¶2  20 Mar 2024~  Jonas Brandt       said     "  It is good news for Skerrin,
| 03 ¶4   2 Apr 2024   Alyona Sokolova ~           '  the worst night since the flood
| 05 ¶1   3 Jun 2024   Tomas Okafor       thanked  '  years of patience
| 06 ¶1                Jonas Brandt       says     "  I was nine when the flood came,
--- jsonl has every field in order
in harbour
$ dossier quotes --article=02 --format=jsonl
| {"article":"02-survey.txt","date":"2024-03-20","start":235,"end":263,"text":"It is good news for Skerrin,","kind":"direct","speaker":"jonas-brandt","speaker_text":"the harbour master","speaker_start":267,"speaker_end":285,"speaker_class":"named","cue":"said","via":null,"said_from":null,"said_to":null,"said_basis":null,"continues":false,"confidence":0.990,"confirmed":false,"in_body":true}
--- it shows only what one actor said, however the text names them
in harbour
$ dossier quotes --speaker 'Jonas Brandt' --format=tsv | cut -f 1,5,7,8
| article	text	speaker	speaker_text
| 02-survey.txt	It is good news for Skerrin,	jonas-brandt	the harbour master
| 06-undated.txt	I was nine when the flood came,	jonas-brandt	the harbour master
--- it shows only what is told with one word, or since a day
in harbour
$ dossier quotes --cue SAID --format=tsv | cut -f 1,12
| article	cue
| 01-vote.md	said
| 02-survey.txt	said
$ dossier quotes --since 2024-04-01 --format=tsv | cut -f 1,2
| article	date
| 03-storm.txt	2024-04-02
| 05-new-mayor.txt	2024-06-03
--- it shows only what has no speaker, or one without a name, or no marks
in harbour
$ printf 'A pilot said that the fairway was free. She told the Skerrin Courier that it would stay so.\n\nIt is a “free” fairway.\n' >07.txt
$ dossier quotes --reported --format=tsv | cut -f 5,6,8,13
| text	kind	speaker_text	via
| the fairway was free	reported	A pilot	
| it would stay so	reported	She	Skerrin Courier
$ dossier quotes --unnamed --format=tsv | cut -f 8,11
| speaker_text	speaker_class
| A pilot	unnamed
$ dossier quotes --unattributed --format=tsv | cut -f 5,6,8
| text	kind	speaker_text
| free	scare	
$ dossier quotes --unattributed --article=01
| article	date	start	end	text	kind	speaker	speaker_text	speaker_start	speaker_end	speaker_class	cue	via	said_from	said_to	said_basis	continues	confidence	confirmed	in_body
= 1
--- grep points into the file
in harbour
$ dossier quotes --article=06 --format=grep
| 06-undated.txt:3:4:“I was nine when the flood came,” the harbour master says. The mayor of
--- what is asked for wrongly is told
in harbour
$ dossier quotes --since May
! dossier: --since takes a day, as in 2025-11-27; found May
= 2
$ dossier quotes --speaker Nobody
! dossier: no actor "Nobody" among 14; `dossier actors` lists them
= 2
--- a file of the user adds words to a language, and what is wrong in it is told
in harbour
$ printf 'Okafor trumpeted that the quay was as good as new.\n' >07.txt; dossier quotes --article=07
| article	date	start	end	text	kind	speaker	speaker_text	speaker_start	speaker_end	speaker_class	cue	via	said_from	said_to	said_basis	continues	confidence	confirmed	in_body
= 1
$ mkdir -p $XDG_CONFIG_HOME/dossier/words; printf 'say: [trumpeted]\nsaying: x: y\n' >$XDG_CONFIG_HOME/dossier/words/speech-en.yaml; dossier quotes --article=07
| article	date	start	end	text	kind	speaker	speaker_text	speaker_start	speaker_end	speaker_class	cue	via	said_from	said_to	said_basis	continues	confidence	confirmed	in_body
! dossier: $T/config/dossier/words/speech-en.yaml:2:10: found a second ": " where a value is read: put the value in quotation marks, or the key on a line of its own, where it has room for 1,024 characters
= 1
$ printf 'say: [trumpeted]\n' >$XDG_CONFIG_HOME/dossier/words/speech-en.yaml; dossier quotes --article=07 --format=tsv | cut -f 5,8,12
| text	speaker_text	cue
| the quay was as good as new	Okafor	trumpeted
--- what somebody has decided goes over the rules, and is confirmed; no mention is other for it
in harbour
$ mkdir notes; printf 'version: 1\nnotes:\nverdicts:\n  - {id: a1, article: 02-survey.txt, quote: "It is good news for Skerrin,", speaker: lin-wei}\n  - {id: a2, article: 05-new-mayor.txt, quote: years of patience, speaker: no one}\n  - {id: a3, article: 03-storm.txt, quote: the worst night since the flood, speaker: as printed}\n' >notes/ben.yaml
$ dossier quotes --format=tsv | cut -f 1,7,8,18,19
| article	speaker	speaker_text	confidence	confirmed
| 01-vote.md		Brandt	0.990	false
| 02-survey.txt	lin-wei		1.000	true
| 03-storm.txt	alyona-sokolova	Sokolova	1.000	true
| 05-new-mayor.txt			1.000	true
| 06-undated.txt	jonas-brandt	the harbour master	0.990	false
$ dossier verdicts --format=tsv | cut -f 1,9-
| id	actor	standing	about
| a1	lin-wei	counts	quotation
| a3	as printed	counts	quotation
| a2		counts	quotation
$ dossier mentions --article=05 --format=tsv | cut -f 5,6 | head -3
| text	actor
| Skerrin	skerrin
| mayor	tomas-okafor
$ printf 'version: 1\nnotes:\nverdicts:\n  - {id: a1, article: 02-survey.txt, quote: Lin Wei, speaker: lin-wei, actor: lund}\n' >notes/ben.yaml; dossier check 2>&1 | grep speaker
| error	notes/ben.yaml	4	63	bad-verdict	the key speaker is for one quotation, without the keys form and actor
