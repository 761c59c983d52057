# actors: who is named.
--- actors come by the number of their mentions
in harbour
$ dossier actors --format=table
| actor            name                      kind          mentions  articles  first       last
| ida-brandt       Ida Brandt                person               7         4  2024-03-12  2024-06-03
| jonas-brandt     Jonas Brandt              person               6         4  2024-03-12  2024-06-03
| skerrin          Skerrin                   place                6         4  2024-03-20  2024-06-03
| tomas-okafor     Tomas Okafor              person               5         2  2024-06-03  2024-06-03
| lund             Lund                      place                5         4  2024-03-20  2024-06-03
| alyona-sokolova  Alyona Sokolova           person               4         2  2024-04-02  2024-05-17
| norland          Norland                   country              4         4  2024-03-12  2024-05-17
| lin-wei          Lin Wei                   person               2         2  2024-03-20  2024-05-17
| harbour-trust    Skerrin Harbour Trust     organisation         2         2  2024-03-12  2024-04-02
| shipping-union   Norlandic Shipping Union  organisation         2         2  2024-03-12  2024-03-20
| tide-report      Tide Report               document             2         2  2024-03-20  2024-03-20
| lund-talks       Lund talks                event                2         2  2024-04-02  2024-06-03
| flood            the flood                 event                2         2  2024-04-02  2024-04-02
| skerrin-courier  Skerrin Courier           outlet               0         0
$ dossier actors | head -n 3
| actor	name	kind	mentions	articles	first	last
| ida-brandt	Ida Brandt	person	7	4	2024-03-12	2024-06-03
| jonas-brandt	Jonas Brandt	person	6	4	2024-03-12	2024-06-03
--- one who is mentioned nowhere has no dates
in harbour
$ dossier actors --format=jsonl | tail -n 1
| {"actor":"skerrin-courier","name":"Skerrin Courier","kind":"outlet","mentions":0,"articles":0,"first":null,"last":null}
--- they are ordered and chosen as wished
in harbour
$ dossier actors --sort=name --kind=person | cut -f 2,4
| name	mentions
| Alyona Sokolova	4
| Ida Brandt	7
| Jonas Brandt	6
| Lin Wei	2
| Tomas Okafor	5
$ dossier actors --sort=first | cut -f 1,6 | sed -n '2p;$p'
| ida-brandt	2024-03-12
| skerrin-courier	
$ dossier actors --sort=file | cut -f 1 | sed -n '2,3p'
| ida-brandt
| jonas-brandt
$ dossier actors --kind=ship
! dossier: --kind: ship is not known; it is one of person organisation country place outlet group topic event document
= 2
--- grep leads to tags.yaml
in harbour
$ dossier actors --format=grep --kind=event
| tags.yaml:57:1:Lund talks
| tags.yaml:61:1:the flood
--- without tags.yaml it says how to begin
in plain
$ dossier actors
| actor	name	kind	mentions	articles	first	last
! dossier: binary.txt: is binary, not text
! dossier: no actor is named yet: name the first under actors: in tags.yaml; see dossier-tags(5)
= 1
--- a bad tags.yaml is told with its place, and what is right is still taken
in harbour
$ sed -i 's/kind: place/kind: plaice/' tags.yaml
$ dossier actors | wc -l
| 15
! dossier: tags.yaml:35:11: kind: found "plaice"; did you mean "place"? allowed are person, organisation, country, place, outlet, group, topic, event, document
! dossier: tags.yaml:38:11: kind: found "plaice"; did you mean "place"? allowed are person, organisation, country, place, outlet, group, topic, event, document
