# tags.
--- tags are listed with how often notes and articles have them
in harbour
$ dossier note add 03 --quote='eleven boats lost' --tag=boats --tag=storm >/dev/null
$ dossier note add 05 --text='A new broom.' --tag=boats >/dev/null
$ dossier tags
| tag	notes	articles	description	was
| boats	2	0		
| council	0	1		
| dredging	0	1		
| storm	1	0		
--- a tag is renamed for all writers in tags.yaml, and no notes file is touched
in harbour
$ dossier note add 03 --quote='eleven boats lost' --tag=boat >/dev/null; sum notes/*.yaml >before
$ dossier tags rename boat '#boats'; sum notes/*.yaml | cmp - before; tail -n 3 tags.yaml
| tags:
|   - id: boats
|     was: [boat]
$ dossier notes '#boat' | cut -f 11
| tags
| boats
$ dossier notes '#boats' | cut -f 11
| tags
| boats
$ dossier tags | grep boat
| boats	1	0		boat
$ dossier tags part boat boats; dossier tags | grep boat
| boat	1	0		
--- a tag can be described
in harbour
$ dossier tags describe storm The night of 3 March; dossier tags
| tag	notes	articles	description	was
| council	0	1		
| dredging	0	1		
| storm	0	0	The night of 3 March	
$ dossier tags describe storm; dossier tags
| tag	notes	articles	description	was
| council	0	1		
| dredging	0	1		
--- what can't be done with tags is said
in harbour
$ dossier tags rename nothing something
! dossier: no note and no article has the tag #nothing; dossier tags lists them
= 2
$ dossier tags rename one
! dossier: tags rename: it takes OLD NEW
= 2
$ dossier tags part a b
! dossier: tags.yaml: #b was never called #a
= 2
$ dossier tags merge a b
! dossier: tags: merge is not known; known are rename, part and describe
= 2
