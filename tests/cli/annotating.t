# What is done with notes that are there: replies, other bounds, private ones, back from the dead.
--- a note on each place that a search finds
in harbour
$ dossier note add --find='Brandt' --tag=check | wc -l
| 7
$ dossier note add 03 --find='Brandt' --tag=more | wc -l
| 2
$ dossier note add --find='nobody here' --tag=x
! dossier: nothing matches, so there is no note
= 1
$ dossier note add 03 --find='Brandt' --quote=Brandt --tag=x
! dossier: note add: --find chooses the passages, so it goes without --quote, --range
= 2
--- a reply stands where the note stands that it replies to
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Count them.' >id; dossier note reply $(cat id) --text='Eleven, yes.' >reply
$ dossier notes --format=jsonl | sed 's/"\(sha256\|by\|created\|modified\)":"[^"]*"/"\1":…/g; s/"\(id\|replies_to\)":"[^"]*"/"\1":…/g' | sort
| {"id":…,"article":"03-storm.txt","sha256":…,"start":240,"end":257,"quote":"eleven boats lost","before":"Harbour Trust counts ","after":"; its chair, Alyona","about":null,"text":"Count them.","tags":[],"actors":[],"by":…,"replies_to":null,"created":…,"modified":…,"state":"exact","conflict":null}
| {"id":…,"article":"03-storm.txt","sha256":…,"start":240,"end":257,"quote":"eleven boats lost","before":"Harbour Trust counts ","after":"; its chair, Alyona","about":null,"text":"Eleven, yes.","tags":[],"actors":[],"by":…,"replies_to":…,"created":…,"modified":…,"state":"exact","conflict":null}
--- the bounds of a note can be set anew, also in another article
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Count them.' >id; dossier note edit $(cat id) --quote='eleven boats' >/dev/null; dossier notes | cut -f 2,4-6
| article	start	end	quote
| 03-storm.txt	240	252	eleven boats
$ dossier note edit $(cat id) --article=05 --quote='Okafor' --nth=1 >/dev/null; dossier notes | cut -f 2,4-6
| article	start	end	quote
| 05-new-mayor.txt	197	203	Okafor
$ dossier note edit $(cat id) --take --quote=Okafor
! dossier: note edit: --take keeps the passage as it was found, so it goes without --quote, --range, --article
= 2
--- a note takes the wording that its passage has now
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Count them.' >id; sed -i 's/eleven boats lost/twelve boats lost/' 03-storm.txt
$ dossier notes is:changed | cut -f 6,17
| quote	state
| eleven boats lost	changed
$ dossier note edit $(cat id) --take >/dev/null; dossier notes | cut -f 4-6,17
| start	end	quote	state
| 240	257	twelve boats lost	exact
--- a private note is listed for its writer, and exported only when asked for
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Ask Ada.' --private >/dev/null; ls notes 2>/dev/null
= 2
$ dossier notes is:private | cut -f 10
| text
| Ask Ada.
$ dossier export --format=text
! dossier: no note to export
= 1
$ dossier export --format=text --private | grep -c 'Ask Ada'
| 1
--- a deleted note is listed as such and comes back
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Count them.' >id; dossier note rm $(cat id) >/dev/null; dossier notes | wc -l
| 1
$ dossier notes is:deleted | cut -f 10
| text
| Count them.
$ dossier note restore $(cat id) >/dev/null; dossier notes | cut -f 10
| text
| Count them.
$ dossier note restore $(cat id)
!~ dossier: no note that was deleted in the last 90 days has the id “[0-9a-f]*”
= 2
--- a colleague's note can be checked, and the check taken back
in harbour
$ mkdir notes; printf 'version: 1\nnotes:\n  - id: a1\n    article: 03-storm.txt\n    text: Mine.\n    created: 2024-01-01T00:00:00Z\n' >notes/zoe.yaml
$ dossier note check a1; dossier notes is:checked | cut -f 1,10; grep -c 'id: a1' notes/[!z]*.yaml
| a1
| id	text
| a1	Mine.
| 1
$ dossier note uncheck a1; dossier notes is:checked | wc -l
| a1
| 1
