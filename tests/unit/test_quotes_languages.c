/* SPDX-License-Identifier: ISC */
/* What is said in sentences as newspapers of other languages write them, between marks and without:
 * verbs before and behind their subjects, split quotations, low and angled marks, dashes, parts of
 * sentences, titles, pronouns, sources without a name. How they are written here: see said.h. */
#include "said.h"

static const char people[] =
    "actors:\n"
    "  - {id: lind, name: Anna Lind, kind: person, aliases: [Lind, Анна Линд, Линд, Ганна Лінд, "
    "Лінд]}\n"
    "  - {id: berg, name: Peter Berg, kind: person, aliases: [Berg, Петер Берг, Берг]}\n";

#define CHECK(cases) said_check(people, cases, COUNT(cases), SAID_ALL)

Test(quotes_languages, what_is_said_in_german_is_found_with_whoever_says_it)
{
    static const struct said_case cases[] = {
        {"„Wir werden den Hafen nicht schließen“, sagte Ministerin Anna Lind am Dienstag dem "
         "„Hafenblatt“.",
         "\"Wir werden den Hafen nicht schließen - Ministerin Anna Lind=lind; ~Hafenblatt"},
        {"„Das Geld reicht“, erklärte Berg, „aber nur bis zum Frühjahr.“",
         "\"Das Geld reicht - Berg=berg; \"aber nur bis zum Frühjahr. - Berg=berg"},
        {"Der Bürgermeister sprach von einer „Katastrophe für die ganze Region“.",
         "'Katastrophe für die ganze Region - Der Bürgermeister"},
        {"»Niemand hat uns gefragt«, klagte eine Anwohnerin, die seit dreißig Jahren am Hafen "
         "wohnt.",
         "\"Niemand hat uns gefragt - eine Anwohnerin"},
        {"Nach Angaben der Polizei wurden drei Menschen verletzt.",
         ":wurden drei Menschen verletzt - Polizei"},
        {"Die Verhandlungen seien gescheitert, sagte ein Diplomat, der nicht genannt werden "
         "wollte.",
         ":Die Verhandlungen seien gescheitert - ein Diplomat"},
        {"Der Sprecher des Außenministeriums teilte mit, dass die Gespräche am Montag fortgesetzt "
         "würden.",
         ":die Gespräche am Montag fortgesetzt würden - Der Sprecher des Außenministeriums"},
        {"Lind kritisierte den Plan der Regierung scharf. „Er kommt zu spät“, sagte sie.",
         "\"Er kommt zu spät - sie=lind"},
        {"Wie das „Hafenblatt“ unter Berufung auf Regierungskreise berichtet, soll der Vertrag im "
         "Mai unterzeichnet werden.",
         "~Hafenblatt"},
        {"Es sei „höchste Zeit“ zu handeln, mahnte Außenministerin Anna Lind.",
         "'höchste Zeit - Außenministerin Anna Lind=lind"},
        {"Laut einem Bericht der Behörde fehlen dem Hafen zehn Millionen Euro.",
         ":fehlen dem Hafen zehn Millionen Euro - einem Bericht der Behörde"},
        {"Man werde „alles gründlich prüfen“, hieß es aus dem Ministerium.",
         "'alles gründlich prüfen - dem Ministerium"},
        {"„Ich habe keine Angst vor der Wahl“, so Berg weiter.",
         "\"Ich habe keine Angst vor der Wahl - Berg=berg"},
        {"Auf die Frage, ob der Hafen schließe, antwortete Lind: „Kein Kommentar.“",
         "\"Kein Kommentar. - Lind=lind"},
    };
    CHECK(cases);
}

Test(quotes_languages, what_nobody_says_in_german_is_not_found)
{
    static const struct said_case cases[] = {
        {"Berg lehnte eine Stellungnahme zu dem Bericht ab.", ""},
        {"Lind wollte sich zu den Vorwürfen nicht äußern.", ""},
        {"Berg bestritt, von dem Vertrag gewusst zu haben.", ""},
        {"Der Minister ließ offen, wann die Arbeiten beginnen sollen.", ""},
    };
    CHECK(cases);
}

Test(quotes_languages, what_is_said_in_french_is_found_with_whoever_says_it)
{
    static const struct said_case cases[] = {
        {"« Nous ne fermerons pas le port », a assuré la ministre Anna Lind mardi.",
         "\"Nous ne fermerons pas le port - la ministre Anna Lind=lind"},
        {"« L’argent suffit, a expliqué M. Berg, mais seulement jusqu’au printemps. »",
         "\"L’argent suffit, a expliqué M. Berg, mais seulement jusqu’au printemps. - M. "
         "Berg=berg"},
        {"Le maire a parlé d’une « catastrophe pour toute la région ».",
         "'catastrophe pour toute la région - Le maire"},
        {"— Personne ne nous a demandé notre avis, se plaint une habitante du quartier.",
         ":Personne ne nous a demandé notre avis - une habitante du quartier"},
        {"Selon la police, trois personnes ont été blessées dans la nuit.",
         ":trois personnes ont été blessées dans la nuit - la police"},
        {"D’après un diplomate qui a requis l’anonymat, les négociations ont échoué.",
         ":les négociations ont échoué - un diplomate"},
        {"Le porte-parole du gouvernement a indiqué que les discussions reprendraient lundi.",
         ":les discussions reprendraient lundi - Le porte-parole du gouvernement"},
        {"Anna Lind a critiqué le projet de la mairie. « Il arrive trop tard », a-t-elle lancé.",
         "\"Il arrive trop tard - elle=lind"},
        {"Le port doit rester ouvert, a souligné le président du syndicat.",
         ":Le port doit rester ouvert - le président du syndicat"},
        {"« Je n’ai pas peur de la suite », confie-t-il au quotidien de la ville.",
         "\"Je n’ai pas peur de la suite - il"},
        {"Interrogée sur une fermeture du port, Anna Lind a répondu : « Rien n’est décidé. »",
         "\"Rien n’est décidé. - Anna Lind=lind"},
        {"Berg a qualifié cette décision de « honteuse et dangereuse ».",
         "'honteuse et dangereuse - Berg=berg"},
        {"Des sources proches du dossier affirment que le contrat sera signé en mai.",
         ":le contrat sera signé en mai - Des sources proches du dossier"},
        {"« C’est une bonne nouvelle pour la ville », s’est félicité le maire.",
         "\"C’est une bonne nouvelle pour la ville - le maire"},
    };
    CHECK(cases);
}

Test(quotes_languages, what_nobody_says_in_french_is_not_found)
{
    static const struct said_case cases[] = {
        {"M. Berg a refusé de commenter ces informations de presse.", ""},
        {"Le ministre n’a pas dit quand les travaux commenceraient.", ""},
        {"Le ministère dément que des négociations aient eu lieu.", ""},
    };
    CHECK(cases);
}

Test(quotes_languages, what_is_said_in_spanish_is_found_with_whoever_says_it)
{
    static const struct said_case cases[] = {
        {"«No cerraremos el puerto», aseguró este martes la ministra Anna Lind.",
         "\"No cerraremos el puerto - la ministra Anna Lind=lind"},
        {"«El dinero alcanza», explicó Berg, «pero solo hasta la primavera».",
         "\"El dinero alcanza - Berg=berg; \"pero solo hasta la primavera - Berg=berg"},
        {"El alcalde habló de una «catástrofe para toda la región».",
         "'catástrofe para toda la región - El alcalde"},
        {"—Nadie nos preguntó a los vecinos —se queja una vecina del barrio.",
         ":Nadie nos preguntó a los vecinos - una vecina del barrio"},
        {"Según la policía, tres personas resultaron heridas en la noche.",
         ":tres personas resultaron heridas en la noche - la policía"},
        {"De acuerdo con un diplomático que pidió el anonimato, las negociaciones fracasaron.",
         ":las negociaciones fracasaron - un diplomático"},
        {"El portavoz del Gobierno indicó que las conversaciones se reanudarán el lunes.",
         ":las conversaciones se reanudarán el lunes - El portavoz del Gobierno"},
        {"Lind criticó el plan del gobierno. «Llega demasiado tarde», dijo.",
         "\"Llega demasiado tarde - Lind=lind"},
        {"El puerto debe seguir abierto, subrayó el presidente del sindicato.",
         ":El puerto debe seguir abierto - el presidente del sindicato"},
        {"«No tengo miedo de lo que venga», confesó ella al diario de la ciudad.",
         "\"No tengo miedo de lo que venga - ella"},
        {"Preguntada por un posible cierre del puerto, Lind respondió: «No hay nada decidido».",
         "\"No hay nada decidido - Lind=lind"},
        {"Berg calificó la decisión de «vergonzosa y peligrosa».",
         "'vergonzosa y peligrosa - Berg=berg"},
        {"Fuentes cercanas a la negociación aseguran que el contrato se firmará en mayo.",
         ":el contrato se firmará en mayo - Fuentes cercanas a la negociación"},
        {"«Es una buena noticia para la ciudad», celebró el alcalde.",
         "\"Es una buena noticia para la ciudad - el alcalde"},
    };
    CHECK(cases);
}

Test(quotes_languages, what_nobody_says_in_spanish_is_not_found)
{
    static const struct said_case cases[] = {
        {"Berg declinó hacer comentarios sobre el informe.", ""},
        {"La ministra no dijo cuándo empezarán las obras.", ""},
        {"El Ministerio negó que hubiera negociaciones en la ciudad.", ""},
    };
    CHECK(cases);
}

Test(quotes_languages, what_is_said_in_ukrainian_is_found_with_whoever_says_it)
{
    static const struct said_case cases[] = {
        {"«Ми не закриємо порт», — заявила у вівторок міністерка Ганна Лінд.",
         "\"Ми не закриємо порт - міністерка Ганна Лінд=lind"},
        {"«Грошей вистачить, — пояснив Берг, — але тільки до весни».",
         "\"Грошей вистачить, — пояснив Берг, — але тільки до весни - Берг=berg"},
        {"Мер назвав це рішення «катастрофою для всього регіону».",
         "'катастрофою для всього регіону - Мер"},
        {"— Нас ніхто не питав, — скаржиться мешканка району.",
         ":Нас ніхто не питав - мешканка району"},
        {"За даними поліції, у місті постраждали троє людей.",
         ":у місті постраждали троє людей - поліції"},
        {"За словами дипломата, який попросив не називати його імені, переговори в Женеві "
         "провалилися.",
         ":переговори в Женеві провалилися - дипломата"},
        {"Речник уряду повідомив, що переговори поновляться в понеділок.",
         ":переговори поновляться в понеділок - Речник уряду"},
        {"Лінд розкритикувала план уряду. «Він запізнився», — сказала вона.",
         "\"Він запізнився - вона=lind"},
        {"Порт має працювати й надалі, наголосив голова профспілки.",
         ":Порт має працювати й надалі - голова профспілки"},
        {"«Я цього не боюся», — додав він в інтерв’ю газеті «Портовий вісник».",
         "\"Я цього не боюся - він; ~Портовий вісник"},
        {"На запитання про закриття порту Лінд відповіла: «Нічого не вирішено».",
         "\"Нічого не вирішено - Лінд=lind"},
        {"Співрозмовник видання в уряді стверджує, що договір підпишуть у травні.",
         ":договір підпишуть у травні - Співрозмовник видання в уряді"},
        {"Як повідомляє агентство, порт відкриють у червні.",
         ":порт відкриють у червні - агентство"},
        {"«Це добра новина для міста», — зрадів мер.", "\"Це добра новина для міста - мер"},
    };
    CHECK(cases);
}

Test(quotes_languages, what_nobody_says_in_ukrainian_is_not_found)
{
    static const struct said_case cases[] = {
        {"Берг відмовився від коментарів щодо цієї заяви.", ""},
        {"Міністр не сказав, коли почнуться роботи в порту.", ""},
        {"У міністерстві заперечили, що переговори ще тривають.", ""},
    };
    CHECK(cases);
}

Test(quotes_languages, what_is_said_in_russian_is_found_with_whoever_says_it)
{
    static const struct said_case cases[] = {
        {"«Мы не закроем порт», — заявила во вторник министр Анна Линд.",
         "\"Мы не закроем порт - министр Анна Линд=lind"},
        {"«Денег хватит, — пояснил Берг, — но только до весны».",
         "\"Денег хватит, — пояснил Берг, — но только до весны - Берг=berg"},
        {"Мэр назвал это решение «катастрофой для всего региона».",
         "'катастрофой для всего региона - Мэр"},
        {"— Нас никто не спрашивал, — жалуется жительница района.",
         ":Нас никто не спрашивал - жительница района"},
        {"По данным полиции, в городе пострадали три человека.",
         ":в городе пострадали три человека - полиции"},
        {"По словам дипломата, пожелавшего остаться неназванным, переговоры в Женеве провалились.",
         ":переговоры в Женеве провалились - дипломата"},
        {"Представитель правительства сообщил, что переговоры возобновятся в понедельник.",
         ":переговоры возобновятся в понедельник - Представитель правительства"},
        {"Линд раскритиковала план правительства. «Он запоздал», — сказала она.",
         "\"Он запоздал - она=lind"},
        {"Порт должен работать и дальше, подчеркнул глава профсоюза.",
         ":Порт должен работать и дальше - глава профсоюза"},
        {"«Я этого не боюсь», — признался он в интервью газете «Портовый вестник».",
         "\"Я этого не боюсь - он; ~Портовый вестник"},
        {"На вопрос о закрытии порта Линд ответила: «Ничего не решено».",
         "\"Ничего не решено - Линд=lind"},
        {"Источник в правительстве утверждает, что договор подпишут в мае.",
         ":договор подпишут в мае - Источник в правительстве"},
        {"Как сообщает агентство, порт откроют в июне.", ":порт откроют в июне - агентство"},
        {"«Это хорошая новость для города», — обрадовался мэр.",
         "\"Это хорошая новость для города - мэр"},
    };
    CHECK(cases);
}

Test(quotes_languages, what_nobody_says_in_russian_is_not_found)
{
    static const struct said_case cases[] = {
        {"Берг отказался от комментариев по поводу этого заявления.", ""},
        {"Министр не сказал, когда начнутся работы в порту.", ""},
        {"В министерстве опровергли, что переговоры ещё идут.", ""},
    };
    CHECK(cases);
}

/* ---- rules ---- */

Test(quotes_languages, a_subject_may_stand_behind_the_verb_with_a_day_or_a_helper_between)
{
    static const struct said_case cases[] = {
        {"« Le budget est voté », a déclaré mardi la préfète.",
         "\"Le budget est voté - la préfète"},
        {"«Habrá ayuda para todos», prometió el lunes la alcaldesa.",
         "\"Habrá ayuda para todos - la alcaldesa"},
        {"« Tout est prêt pour la fête », assure-t-elle.", "\"Tout est prêt pour la fête - elle"},
        {"«Помощь уже в пути», — пообещал в среду Берг.", "\"Помощь уже в пути - Берг=berg"},
    };
    CHECK(cases);
}

Test(quotes_languages, a_verb_between_the_marks_may_have_a_helper_and_a_pronoun)
{
    static const struct said_case cases[] = {
        {"« La route, a prévenu le préfet, restera fermée. »",
         "\"La route, a prévenu le préfet, restera fermée. - le préfet"},
        {"« La route, a-t-il prévenu, restera fermée. »",
         "\"La route, a-t-il prévenu, restera fermée. - il"},
        {"« Le maire, selon nous, a prévenu trop tard, hélas. »",
         "\"Le maire, selon nous, a prévenu trop tard, hélas."},
    };
    CHECK(cases);
}

Test(quotes_languages, a_clause_may_stand_before_a_comma_or_a_dash_and_the_verb_with_its_helper)
{
    static const struct said_case cases[] = {
        {"La route restera fermée tout l’hiver, a prévenu le préfet.",
         ":La route restera fermée tout l’hiver - le préfet"},
        {"— Дорога закрыта с утра, — сообщил начальник станции.",
         ":Дорога закрыта с утра - начальник станции"},
        {"—La carretera sigue cerrada —explica el alcalde del pueblo.",
         ":La carretera sigue cerrada - el alcalde del pueblo"},
    };
    CHECK(cases);
}

Test(quotes_languages, words_that_name_a_source_may_have_more_about_it_behind_them)
{
    static const struct said_case cases[] = {
        {"Einem Gutachten zufolge ist die Brücke nicht mehr sicher.",
         ":ist die Brücke nicht mehr sicher - Einem Gutachten"},
        {"Die Brücke ist nicht mehr sicher, einem Gutachten zufolge.",
         ":Die Brücke ist nicht mehr sicher - einem Gutachten"},
        {"Laut Innenministerium ist die Brücke seit gestern gesperrt.",
         ":ist die Brücke seit gestern gesperrt - Innenministerium"},
        {"По словам чиновника, который просил не называть его, мост закроют на год.",
         ":мост закроют на год - чиновника"},
        {"Laut einem Diplomaten, der nicht genannt werden will, sind die Gespräche am Ende.",
         ":sind die Gespräche am Ende - einem Diplomaten"},
    };
    CHECK(cases);
}

Test(quotes_languages, a_sentence_may_open_with_as_somebody_said)
{
    static const struct said_case cases[] = {
        {"Wie die Polizei am Montag mitteilte, wurden zwei Menschen verletzt.",
         ":wurden zwei Menschen verletzt - die Polizei"},
        {"Wie der Sprecher sagt, ist die Brücke wieder offen.",
         ":ist die Brücke wieder offen - der Sprecher"},
        {"Comme le maire l’a annoncé, le pont est fermé au public.",
         ":le pont est fermé au public - le maire"},
        {"Wie ein Sprecher aussieht, ist im Rat egal.", ""},
    };
    CHECK(cases);
}

Test(quotes_languages, a_name_between_marks_in_the_sentence_of_a_quotation_is_nobodys_words)
{
    static const struct said_case cases[] = {
        {"„Die Brücke hält noch lange“, sagte Berg dem Magazin „Stadt und Land“.",
         "\"Die Brücke hält noch lange - Berg=berg; ~Stadt und Land"},
        {"«Мост простоит долго», — сказал Берг газете «Наш город».",
         "\"Мост простоит долго - Берг=berg; ~Наш город"},
    };
    CHECK(cases);
}

Test(quotes_languages, a_noun_that_speaks_may_have_its_adjective_behind_it)
{
    static const struct said_case cases[] = {
        {"Un funcionario europeo dijo que el puente sigue cerrado.",
         ":el puente sigue cerrado - Un funcionario europeo"},
        {"Des sources proches de la mairie assurent que le pont est sûr.",
         ":le pont est sûr - Des sources proches de la mairie"},
    };
    CHECK(cases);
}

Test(quotes_languages, what_hangs_on_a_preposition_before_a_name_is_not_its_part)
{
    static const struct said_case cases[] = {
        {"На встрече с жителями города Берг заявил: «Мост закроют».", "\"Мост закроют - Берг=berg"},
        {"Auf die Frage nach der Brücke antwortete sie: „Sie hält.“", "\"Sie hält. - sie"},
    };
    CHECK(cases);
}

Test(quotes_languages, a_not_behind_the_verb_and_its_subject_counts_too)
{
    static const struct said_case cases[] = {
        {"In der Sitzung sagte Berg nicht, dass die Brücke gesperrt wird.", ""},
        {"Berg sagte dem Rat nicht, dass die Brücke gesperrt wird.", ""},
    };
    CHECK(cases);
}
