# export: what the exporters write is tested with them; here how it is asked for.
--- notes are exported to standard output, or to a file that is not there yet
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text='Count them.' --tag=boats >/dev/null
$ dossier note add 05 --text='A new broom.' >/dev/null
$ dossier export | grep -c 'Count them\|A new broom'
| 2
$ dossier export --format=html -o out.html && grep -c 'Count them' out.html
| 2
$ dossier export --format=html -o out.html
! dossier: out.html: exists; with --force it is replaced
= 2
$ dossier export --format=webanno -o out.html --force && python3 -m json.tool out.html >/dev/null
--- an export in the folder is not taken for an article
in harbour
$ dossier note add 05 --text='A new broom.' >/dev/null
$ dossier export -o notes.md
$ dossier list | wc -l
| 7
--- notes are chosen by tag, actor, article and writer
in harbour
$ dossier note add 03 --quote='Brandt will not go' --text='First.' --tag=boats >/dev/null
$ dossier note add 05 --quote='Tomas Okáfor' --text='Second.' >/dev/null
$ for by in --tag=boats --tag='#boats' --actor=ida-brandt --article=03; do dossier export $by | grep -c 'First\|Second'; done
| 1
| 1
| 1
| 1
$ dossier export --actor=Okafor | grep -o 'First\|Second'
| Second
$ dossier export --tag=nothing
! dossier: no note to export
= 1
--- a format that is not there is an error that lists those that are
in harbour
$ dossier export --format=docx
! dossier: there is no export format “docx”; allowed are markdown, html, org, webanno, csv, jsonl, csl-json, text, qdpx, evidence
= 2
--- a folder that can't be written is an error
in harbour
$ dossier note add 05 --text='A new broom.' >/dev/null
$ dossier export -o nowhere/notes.md
! dossier: nowhere/notes.md: can't be written: No such file or directory
= 2
--- no export is ever taken for an article, whatever its file is called
in harbour
$ dossier note add 05 --text='A new broom.' >/dev/null; dossier list | wc -l >../before
$ for f in markdown html org text csv jsonl csl-json webanno; do dossier export --format=$f >notes-$f; dossier export --format=$f --raw >raw-$f.txt; done; dossier list | wc -l | cmp - ../before && echo same
| same
$ dossier check | cut -f 2,5 | grep -c 'export$'
| 16
--- a terminal is shown what is hostile in an export, a file gets it as it is
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text="$(printf 'a\033[31mb\342\200\256c')" >/dev/null
$ dossier export --format=csv | grep -c "$(printf 'a\033\[31mb\342\200\256c')"
| 1
$ python3 -c 'import pty; pty.spawn(["dossier", "export", "--format=csv"])' </dev/null | grep -o 'a<U+001B>\[31mb<U+202E>c'
| a<U+001B>[31mb<U+202E>c
--- no export takes the place of an article or of notes, whatever is said
in harbour
$ dossier note add 03 --quote='eleven boats lost' --text=x >/dev/null; cp 03-storm.txt before; mv notes/*.yaml notes/anna.yaml; ln -s 03-storm.txt link
$ dossier export --force -o 03-storm.txt
! dossier: 03-storm.txt: is an article, so it is not replaced
= 2
$ cd letters; dossier -C .. export --force -o "$PWD/../link"; cmp ../before ../03-storm.txt
! dossier: $T/harbour/letters/../link: is an article, so it is not replaced
$ dossier export --force -o notes/anna.yaml
! dossier: notes/anna.yaml: may hold notes, tags or options, so it is not replaced; choose another name, or delete it first
= 2
$ dossier export -o out.md; dossier export --force -o out.md; grep -c 'eleven boats' out.md
| 1
