# What is done with notes that are there: replies, other bounds, private ones, back from the dead.
--- a note on each place that a search finds
in harbour
$ dossier note add --find='Brandt' --tag=check | wc -l
$ dossier note add 03 --find='Brandt' --tag=more | wc -l
$ dossier note add --find='nobody here' --tag=x
! 
= 1
$ dossier note add 03 --find='Brandt' --quote=Brandt --tag=x
! 
= 2
--- a reply stands where the note stands that it replies to
in harbour
$ id=$(dossier note add 03 --quote='eleven boats lost' --text='Count them.'); dossier note reply "$id" --text='Eleven, yes.' >reply
$ dossier notes --format=jsonl | sed 's/"\(sha256\|by\|created\|modified\)":"[^"]*"/"\1":…/g; s/"\(id\|replies_to\)":"[^"]*"/"\1":…/g'
--- the bounds of a note can be set anew, also in another article
in harbour
$ id=$(dossier note add 03 --quote='eleven boats lost' --text='Count them.'); dossier note edit "$id" --quote='eleven boats' >/dev/null; dossier notes | cut -f 2,4-6
$ dossier note edit "$id" --article=05 --quote='Okafor' --nth=1 >/dev/null; dossier notes | cut -f 2,4-6
$ dossier note edit "$id" --take --quote=Okafor
! 
= 2
--- a note takes the wording that its passage has now
in harbour
$ id=$(dossier note add 03 --quote='eleven boats lost' --text='Count them.'); sed -i 's/eleven boats lost/twelve boats lost/' 03-storm.txt
$ dossier notes is:changed | cut -f 6,17
$ dossier note edit "$id" --take >/dev/null; dossier notes | cut -f 4-6,17
--- a private note is listed for its writer, and exported only when asked for
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Ask Ada.' --private >/dev/null; ls notes 2>/dev/null
$ dossier notes is:private | cut -f 10
$ dossier export --format=text
! 
= 1
$ dossier export --format=text --private | grep -c 'Ask Ada'
--- a deleted note is listed as such and comes back
in harbour
$ id=$(dossier note add 03 --quote='eleven boats lost' --text='Count them.'); dossier note rm "$id" >/dev/null; dossier notes | wc -l
$ dossier notes is:deleted | cut -f 10
$ dossier note restore "$id" >/dev/null; dossier notes | cut -f 10
$ dossier note restore "$id"
! 
= 2
--- a colleague's note can be checked, and the check taken back
in harbour
$ mkdir notes; printf 'version: 1\nnotes:\n  - id: a1\n    article: 03-storm.txt\n    text: Mine.\n    created: 2024-01-01T00:00:00Z\n' >notes/zoe.yaml
$ dossier note check a1; dossier notes is:checked | cut -f 1,10; tail -n 2 notes/[!z]*.yaml
$ dossier note uncheck a1; dossier notes is:checked | wc -l
