# timeline: the times that the texts speak of.
--- what is said as seen from a day stands where it lies in time, among the articles
in harbour
$ dossier timeline --format=table
|        when  place    said         sentence
| 12 Mar 2024  01       (published)  Council votes to dredge the harbour
| 12 Mar 2024  01 ¶1    Tuesday      Mayor Ida Brandt won the vote by a single hand on Tuesday.
| 20 Mar 2024  02       (published)  Survey finds less silt than feared
|  1 Apr 2024  03 ¶1    Monday       The storm that came in from the north on Monday night has shut
|  2 Apr 2024  03       (published)  Storm closes the port of Skerrin
|  5 Apr 2024  03 ¶7    Friday       talks, planned for Friday, are put off.
| 17 May 2024  letters  (published)  An open letter to the Trust
|  1 Jun 2024  05 ¶1    Saturday     Tomas Okáfor took office on Saturday.
|  3 Jun 2024  05       (published)  Skerrin has a new mayor
|    Jul 2024  05 ¶2    July         Okafor’s first act was to call the Lund talks for July.
--- jsonl has every field, and an article's own date stands nowhere in its text
in harbour
$ dossier timeline 01 --format=jsonl
| {"date":"2024-03-12","date_end":"2024-03-12","precision":"day","article":"01-vote.md","start":null,"end":null,"text":null,"basis":"publication"}
| {"date":"2024-03-12","date_end":"2024-03-12","precision":"day","article":"01-vote.md","start":224,"end":231,"text":"Tuesday","basis":"weekday"}
--- a span of time is asked for by its days, both in it
in harbour
$ dossier timeline --since 2024-05-17 --until 2024-06-01 | cut -f 1-5
| date	date_end	precision	article	start
| 2024-05-17	2024-05-17	day	letters/open-letter.txt	
| 2024-06-01	2024-06-01	day	05-new-mayor.txt	132
$ dossier timeline --since soon
! dossier: --since: soon is no day; it is YYYY-MM-DD
= 2
$ dossier timeline --since 2099-01-01
| date	date_end	precision	article	start	end	text	basis
= 1
--- the order of numbers is an option
in harbour
$ printf 'The vote of 03/04/2023\n\nIt was on 03/04/2023 that they voted, and nobody was surprised by it.\n' >vote.txt
$ dossier timeline vote | wc -l
| 1
$ mkdir -p "$XDG_CONFIG_HOME/dossier" && echo 'dates: day-month' >"$XDG_CONFIG_HOME/dossier/config.yaml"
$ dossier timeline vote | cut -f 1,8 | uniq
| date	basis
| 2023-04-03	stated
--- words of one's own add to those that there are, and what is wrong with them is told
in harbour
$ mkdir -p "$XDG_CONFIG_HOME/dossier/words"
$ printf 'forms:\n  - {say: "sunset of YEAR"}\n  - {tell: x}\n' >"$XDG_CONFIG_HOME/dossier/words/times-en.yaml"
$ printf 'The end\n\nIt was at the sunset of 1987 that they met, and the town was small.\n' >end.txt
$ dossier timeline end 2>&1 | sed "s=$T==" | cut -f 1,7
| dossier: /config/dossier/words/times-en.yaml:3:6: unknown key "tell" in a form; allowed are say, when, by, unit, small, nothing, of, month, date, weekday
| dossier: /config/dossier/words/times-en.yaml:3:5: a form: the key "say" is missing; it must stand there, with a text
| date	text
| 1987-01-01	sunset of 1987
