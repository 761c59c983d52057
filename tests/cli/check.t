# check: what is wrong or doubtful.
--- nothing wrong is status 0
in harbour
$ dossier check
| severity	file	line	column	code	message
$ dossier check --format=table
| nothing is wrong or doubtful: 6 articles, 14 actors, 0 notes
--- what is wrong with texts is listed by file
in plain
$ dossier check --format=table
| severity  place               what         message
| warning   bad-bytes.txt:3:22  bad-utf8     2 places are ill-formed UTF-8 (the first here), shown as…
| error     binary.txt          binary       is binary, not text
| warning   latin.txt           encoding     is Windows-1252, not UTF-8; it is read as such, and the …
| warning   picture.jpeg        passed-over  passed over: .jpeg is not the ending of a text
| warning   utf16.txt           encoding     is UTF-16 (little-endian), not UTF-8; it is read as such…
= 1
$ dossier check --format=jsonl | head -n 2
| {"severity":"warning","file":"bad-bytes.txt","line":3,"column":22,"code":"bad-utf8","message":"2 places are ill-formed UTF-8 (the first here), shown as U+FFFD"}
| {"severity":"error","file":"binary.txt","line":null,"column":null,"code":"binary","message":"is binary, not text"}
$ cd .. && dossier -C plain check --format=grep | head -n 1
| plain/bad-bytes.txt:3:22:warning: 2 places are ill-formed UTF-8 (the first here), shown as U+FFFD
--- warnings alone are no failure
in plain
$ rm binary.txt
$ dossier check | wc -l
| 5
--- a mistake in tags.yaml is found by every verb, with its place
in harbour
$ printf 'actor:\n  - {id: x}\n' >>tags.yaml
$ dossier check
| severity	file	line	column	code	message
| error	tags.yaml	78	1	unknown-key	unknown key "actor" in tags.yaml; did you mean "actors"? allowed are title, actors, articles, tags
= 1
$ dossier list | wc -l
| 7
! dossier: tags.yaml:78:1: unknown key "actor" in tags.yaml; did you mean "actors"? allowed are title, actors, articles, tags
--- a note whose passage is gone is an error, one that moved a warning
in harbour
$ dossier note add 06 --quote='The mayor of those days' --text=x >/dev/null
$ sed -i 's/^He keeps/In short, he keeps/; s/^The harbour master/Now the harbour master/' 06-undated.txt
$ dossier notes | cut -f 4,5,17
| start	end	state
| 97	120	moved
$ dossier check | sed 's,notes/[^	]*,notes/ME.yaml,; s/note [0-9a-f]*/note ID/'
| severity	file	line	column	code	message
| warning	notes/ME.yaml	4	1	note-moved	note ID on “The mayor of those days” in 06-undated.txt: its words stood at byte 93 and stand at ¶1, byte 97, now
$ sed -i 's/mayor/baker/' 06-undated.txt
$ dossier check | sed 's,notes/[^	]*,notes/ME.yaml,; s/note [0-9a-f]*/note ID/'
| severity	file	line	column	code	message
| error	notes/ME.yaml	4	1	note-orphan	note ID on “The mayor of those days” in 06-undated.txt: its words are nowhere in the article any more; the nearest is “The baker of those days” at ¶1 (86 % alike), too little to be sure
$ rm 06-undated.txt
$ dossier check | sed 's,notes/[^	]*,notes/ME.yaml,; s/note [0-9a-f]*/note ID/'
| severity	file	line	column	code	message
| error	notes/ME.yaml	4	1	note-orphan	note ID on “The mayor of those days”: there is no article 06-undated.txt any more, nor another with its bytes or these words
$ dossier check >/dev/null
= 1
--- what the config means is checked too: its keys, its theme, and that theme's file
in harbour
$ mkdir -p .c/dossier/themes && printf 'theme: nosuch\nkeys:\n  Foo-x: next\n  gt: nosuch\n' >.c/dossier/config.yaml
$ XDG_CONFIG_HOME="$PWD/.c" dossier check --format=grep | sed 's,.*/\.c/,,; s/[;,] .*//; s/: one .*//'
| dossier/config.yaml:1:8:error: there is no theme "nosuch"
| dossier/config.yaml:3:3:error: “Foo-x” is no key
| dossier/config.yaml:4:3:error: there is no command “nosuch”
$ printf 'theme: mine\n' >.c/dossier/config.yaml && printf 'nosuch: {fg: red}\n' >.c/dossier/themes/mine.yaml
$ XDG_CONFIG_HOME="$PWD/.c" dossier check --format=grep | sed 's,.*/\.c/,,; s/[;,] .*//'
| dossier/themes/mine.yaml:1:1:error: unknown key "nosuch" in a theme
--- two versions of one note are an error that names both
in harbour
$ mkdir notes && printf 'version: 1\nnotes:\n  - {id: aaaa, article: 02-survey.txt, text: one}\n  - {id: bbbb, article: 02-survey.txt, text: two, conflict: aaaa}\n' >notes/anna.yaml
$ dossier check
| severity	file	line	column	code	message
| error	notes/anna.yaml	4	1	note-conflict	note bbbb is another version of note aaaa, which somebody else changed meanwhile; keep one of the two: dossier note keep bbbb, or dossier note keep aaaa
= 1
--- an article that repeats another is told of, with the one that was first
in harbour
$ tail -n +5 02*.txt >98.txt; sed 's/harbour master/master of the harbour/' 98.txt >99.txt
$ dossier check | cut -f 2,5,6 | grep 99.txt
| 99.txt	near-duplicate	it has about 68 % of its wording from 02-survey.txt
--- what is wrong in words of one's own is listed
in harbour
$ mkdir -p $XDG_CONFIG_HOME/dossier/words; printf 'saying: x: y\n' >$XDG_CONFIG_HOME/dossier/words/speech-en.yaml; printf 'say: [barked]\nsang: [x]\n' >$XDG_CONFIG_HOME/dossier/words/speech-fr.yaml
$ dossier check | cut -f 3-5
| line	column	code
| 1	10	bad-yaml
| 2	1	unknown-key
