# actor: who is who.
--- an actor is added, and its id printed
in harbour
$ dossier actor add Port Office --kind=organisation; tail -n 3 tags.yaml; dossier actor add Port Office
| port-office
|   05-new-mayor.txt:
|     source: Skerrin Courier    # tags.yaml wins over the front matter
|     author: Petra Holm
! dossier: there is an actor called Port Office already
= 2
--- an alias goes into tags.yaml, and nothing else there is touched
in harbour
$ cp tags.yaml "$T/before"; dossier actor alias lund 'the old port'; diff "$T/before" tags.yaml
| 38a39
| >     aliases: [the old port]
= 1
--- a dry run writes nothing, but tells what would come of it
in harbour
$ cp tags.yaml "$T/before"
$ dossier actor alias tomas-okafor Brandt --dry-run
| “Brandt” as a name of Tomas Okafor: +2 mentions in 2 articles, 3 collide with Ida Brandt, 3 lie within or across Ida Brandt and 1 other
$ dossier actor alias tomas-okafor 'Harbour Trust' -n
| “Harbour Trust” as a name of Tomas Okafor: no mention more or less, 2 lie within or across Skerrin Harbour Trust
$ dossier actor alias tomas-okafor 'no such words' -n
| “no such words” as a name of Tomas Okafor: stands nowhere in this dossier
$ dossier actor unalias norland Norlandic -n
| “Norlandic” no more a demonym of Norland: no mention more or less
$ dossier actor merge lund skerrin -n
| Lund merged into Skerrin: +5 mentions in 4 articles
$ cmp "$T/before" tags.yaml
--- a role has its days, and one of several is taken away by them
in harbour
$ cp tags.yaml "$T/before"
$ dossier actor role lin-wei surveyor --from=2024-01-01 --to=2025-01-01; diff "$T/before" tags.yaml
| 32a33,36
| >     roles:
| >       - title: surveyor
| >         from: 2024-01-01
| >         to: 2025-01-01
= 1
$ dossier actor unalias tomas-okafor 'Mayor of Skerrin' --from=2024-06-01; diff "$T/before" tags.yaml
| 21d20
| <       - {title: Mayor of Skerrin, forms: [Mayor, mayor], from: 2024-06-01}
| 32a32,35
| >     roles:
| >       - title: surveyor
| >         from: 2024-01-01
| >         to: 2025-01-01
= 1
--- a condition comes and goes
in harbour
$ cp tags.yaml "$T/before"; dossier actor in-full ida-brandt Brandt; diff "$T/before" tags.yaml
| 7c7
| <     aliases: [Brandt]
| ---
| >     aliases: [{form: Brandt, when: named-in-full}]
= 1
$ dossier actor in-full ida-brandt Brandt --everywhere; diff "$T/before" tags.yaml
--- a note about an actor that was merged is about the other
in harbour
$ dossier note add --actor=lund --text='Twin town.' >/dev/null
$ dossier actor merge lund skerrin; dossier notes --format=jsonl | grep -o '"about":"[a-z]*","text":"[^"]*"'
| "about":"skerrin","text":"Twin town."
$ dossier check --format=grep | grep -c Twin
| 0
= 1
$ dossier mentions lund | cut -f 6 | sort | uniq -c
|       1 actor
|      17 skerrin
--- what can't be is said
in harbour
$ dossier actor unalias lund Lund
! dossier: Lund is what this actor is called, so it can't be taken away
= 2
$ dossier actor alias nobody x
! dossier: no actor "nobody" among 14; `dossier actors` lists them
= 2
$ dossier actor alias lund
! dossier: actor alias: it takes ACTOR WORDS
= 2
$ dossier actor role lund town --from=yesterday
! dossier: --from: "yesterday" is no day; write it as 2025-02-18
= 2
$ dossier actor alias lund x --kind=place
! dossier: actor alias: takes no --kind
= 2
$ dossier actor rename lund x
! dossier: actor: rename is not known; known are add, alias, demonym, role, in-full, unalias, merge
= 2
$ dossier actor merge lund lund
! dossier: Lund can't be merged into itself; choose another
= 2
