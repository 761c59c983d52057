/* SPDX-License-Identifier: ISC */
/* The cases that matchers get wrong, each by itself; and why a note has its state, in words. */
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/words.h"
#include "folder.h"
#include "small.h"

#define KERNEL                                                                                     \
    "The mailing list was quiet for a week. Then Linus wrote that the patch would not be merged, " \
    "and that was the end of it. The machines in the laboratory went on with their work, as they " \
    "always had, and nobody asked."

#define TALKS                                                                                      \
    "Talks on security began on Monday.\n\nThe minister said the security architecture is full "   \
    "of "                                                                                          \
    "holes, and that he would not sign.\n\nHe left early. He did not speak to reporters, and his " \
    "spokesman said that the talks would go on without him.\n\nOn Friday the bridge was shut."

static struct library *library_of(const char *path, const char *text)
{
    const struct small_article article = {.path = path, .text = text};
    return small_library("", &article, 1);
}

static void find(struct library *library, struct note *note)
{
    struct anchor_finder *finder = anchor_finder_new(library);
    anchor_find(finder, library->arena, note);
    anchor_finder_free(finder);
}

/* A note on the first QUOTE of TEXT, in ARENA. */
static struct note note_on(struct arena *arena, const char *text, const char *quote)
{
    struct library *library = library_of("a.txt", text);
    struct note note = {0};
    ptrdiff_t at = str_find(str_of(text), str_of(quote), 0);
    while (at > 0 && !words_bound(str_of(text), (size_t)at))
        at = str_find(str_of(text), str_of(quote), (size_t)at + 1);
    cr_assert_geq(at, 0, "%s", quote);
    anchor_make(arena, library, 0, (struct span){(uint32_t)at, (uint32_t)(at + strlen(quote))},
                str_of(text), &note);
    note = note_copy(arena, &note);
    library_free(library);
    return note;
}

struct hard {
    const char *text, *quote;
    const char *old, *new; /* the first OLD in the text is NEW now */
    enum anchor_state state;
    const char *found; /* the words it stands on now */
};

static const struct hard hard[] = {
    /* a name that is gone is not a part of another word */
    {KERNEL, "Linus", "Then Linus wrote that the patch", "Someone said the change", ANCHOR_ORPHAN,
     ""},
    {KERNEL, "Linus", "Linus", "machines", ANCHOR_ORPHAN, ""},
    {KERNEL, "Linus", "Linus", "Linux", ANCHOR_CHANGED, "Linux"},
    {KERNEL, "Linus wrote that the patch", "The mailing list was quiet for a week. ", "",
     ANCHOR_MOVED, "Linus wrote that the patch"},
    /* a short word stands in many places */
    {TALKS, "He", "He left early. ", "", ANCHOR_ORPHAN, ""},
    {TALKS, "he", "and that he would not sign", "and left", ANCHOR_ORPHAN, ""},
    {TALKS, "he", "Talks on security", "New talks on the security of all", ANCHOR_MOVED, "he"},
    {TALKS, "the", "the security architecture is", "security is", ANCHOR_AMBIGUOUS, ""},
    /* edits in the passage */
    {TALKS, "security architecture is full of holes", "architecture", "structure", ANCHOR_CHANGED,
     "security structure is full of holes"},
    {TALKS, "security architecture is full of holes", "full of holes", "full of gaps",
     ANCHOR_CHANGED, "security architecture is full of gaps"},
    {TALKS, "security architecture is full of holes", "the security", "a European security",
     ANCHOR_MOVED, "security architecture is full of holes"},
    {TALKS, "security architecture is full of holes", "security architecture is full of holes",
     "weather is fine", ANCHOR_ORPHAN, ""},
    {TALKS, "security architecture is full of holes", ", and that he would not sign", "",
     ANCHOR_EXACT, "security architecture is full of holes"},
    {TALKS, "said the security architecture is full of holes", "minister said the security",
     "minister said on Tuesday that the security", ANCHOR_CHANGED,
     "said on Tuesday that the security architecture is full of holes"},
    /* a number in its context is another number there */
    {"In the raid 1250 people were hurt on Sunday, officials of the ministry said.", "1250 people",
     "1250", "1270", ANCHOR_CHANGED, "1270 people"},
    {"In the raid 12 people were hurt on Sunday, officials of the ministry said.", "12", "12", "97",
     ANCHOR_ORPHAN, ""},
    /* what only looks different */
    {"He called it “the last – and best – chance” of the year, and left.",
     "“the last – and best – chance”", "“the last – and best – chance”",
     "\"the last — and best — chance\"", ANCHOR_CHANGED, "\"the last — and best — chance\""},
    {"The café on the corner was shut for the winter.", "café", "café", "cafe\u0301",
     ANCHOR_CHANGED, "cafe\u0301"},
    {"The very long word is un\u00ADbe\u00ADliev\u00ADable to all who read it.",
     "un\u00ADbe\u00ADliev\u00ADable", "un\u00ADbe\u00ADliev\u00ADable", "unbelievable",
     ANCHOR_CHANGED, "unbelievable"},
    {TALKS, "is full of holes, and that he would", "full of holes, and", "full of\nholes,\n and",
     ANCHOR_CHANGED, "is full of\nholes,\n and that he would"},
    /* other scripts */
    {"Министр заявил, что мост закрыт до весны. Потом он уехал.", "мост закрыт", "закрыт", "открыт",
     ANCHOR_CHANGED, "мост открыт"},
    {"桥在星期一关闭了。官员们没有说什么时候会再开。", "官员们没有说", "没有", "不愿",
     ANCHOR_CHANGED, "官员们不愿说"},
    {"桥在星期一关闭了。官员们没有说什么时候会再开。", "关闭", "桥在星期一关闭了。", "",
     ANCHOR_ORPHAN, ""},
};

static char *replaced(struct arena *arena, const struct hard *with)
{
    const char *at = strstr(with->text, with->old);
    cr_assert_not_null(at, "%s", with->old);
    return (char *)arena_printf(arena, "%.*s%s%s", (int)(at - with->text), with->text, with->new,
                                at + strlen(with->old))
        .at;
}

Test(anchor_hard, what_others_take_for_the_passage_is_not_taken)
{
    for (size_t i = 0; i < COUNT(hard); i++) {
        struct arena *arena = arena_new();
        struct note note = note_on(arena, hard[i].text, hard[i].quote);
        const char *now = replaced(arena, &hard[i]);
        struct library *library = library_of("a.txt", now);
        find(library, &note);
        cr_expect_eq(note.state, hard[i].state, "%zu “%s”: %s, expected %s", i, hard[i].quote,
                     anchor_state_name(note.state), anchor_state_name(hard[i].state));
        struct str found = note_is_placed(&note) ? span_of(str_of(now), note.span) : STR("");
        cr_expect(str_is(found, hard[i].found), "%zu “%s”: at “%.*s”, expected “%s”", i,
                  hard[i].quote, STR_ARG(found), hard[i].found);
        cr_expect_eq(note.likeness > 0, note.state == ANCHOR_CHANGED);
        library_free(library);
        arena_free(arena);
    }
}

static const char *why(struct arena *arena, const struct library *library, const struct note *note)
{
    struct buf out = {0};
    anchor_why(library, note, &out);
    const char *copy = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

Test(anchor_hard, each_state_has_a_reason_in_words)
{
    static const struct {
        const char *quote, *now, *why;
    } cases[] = {
        {"full of holes", TALKS, ""},
        {"full of holes", "Update.\n\n" TALKS,
         "its words stood at byte 83 and stand at ¶3, byte 92, now"},
        {"full of holes", "The security architecture is ful of holes, and that he would not sign.",
         "1 of 13 letters are others now; the words around it are much the same"},
        {"On Friday the bridge was shut.", "Nothing is left.",
         "its words are nowhere in the article any more"},
        {"On Friday the bridge was shut.", "All went home. On Sunday the fridge was cut, they say.",
         "its words are nowhere in the article any more; the nearest is “On Sunday the fridge was "
         "cut” at ¶1 (76 % alike), too little to be sure"},
        {"On Friday the bridge was shut.", TALKS "\n\n" TALKS, ""},
        {"He left early.", "He left early. And then? He left early. Again.",
         "its words stand at 2 places that are as good: ¶1 and ¶1"},
        {"He", "He is not here.",
         "its words stand at ¶1, but too little of what stood around them does"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct note note = note_on(arena, TALKS, cases[i].quote);
        struct library *library = library_of("a.txt", cases[i].now);
        find(library, &note);
        const char *reason = why(arena, library, &note);
        cr_expect_str_eq(reason, cases[i].why, "%zu (%s): “%s”, expected “%s”", i,
                         anchor_state_name(note.state), reason, cases[i].why);
        library_free(library);
        arena_free(arena);
    }
}

Test(anchor_hard, a_passage_that_stands_twice_with_its_context_is_ambiguous_and_names_both)
{
    struct arena *arena = arena_new();
    struct note note = note_on(arena, TALKS, "full of holes");
    struct library *library = library_of("a.txt", "x\n\n" TALKS "\n\n" TALKS);
    find(library, &note);
    cr_expect_eq(note.state, ANCHOR_AMBIGUOUS);
    cr_assert_eq(note.place_count, 2);
    for (size_t i = 0; i < 2; i++)
        cr_expect(str_is(span_of(corpus_article(&library->corpus, 0)->text, note.places[i]),
                         "full of holes"));
    cr_expect_lt(note.places[0].start, note.places[1].start);
    cr_expect_not(note_is_placed(&note));
    library_free(library);
    arena_free(arena);
}

Test(anchor_hard, an_article_under_another_name_is_found_by_its_bytes)
{
    struct arena *arena = arena_new();
    struct note note = note_on(arena, TALKS, "full of holes"), whole = note;
    whole.has_passage = false;
    const char *folder = folder_make(arena);
    folder_write(folder, "archive/001.txt", STR(TALKS));
    const struct small_article articles[] = {{.path = "archive/000.txt", .text = KERNEL},
                                             {.path = "archive/001.txt", .text = TALKS}};
    struct library *library = small_library("", articles, 2);
    library->folder = folder;
    find(library, &note);
    cr_expect_eq(note.state, ANCHOR_MOVED);
    cr_expect_eq(note.number, 1);
    cr_expect(str_is(note.article, "a.txt"));
    cr_expect_eq(note.span.start, 83);
    cr_expect_str_eq(why(arena, library, &note),
                     "the article was a.txt and is archive/001.txt now; nothing else has changed");
    find(library, &whole);
    cr_expect_eq(whole.state, ANCHOR_MOVED);
    cr_expect_eq(whole.number, 1);
    cr_expect_str_eq(why(arena, library, &whole),
                     "the article was a.txt and is archive/001.txt now");
    library_free(library);
    folder_remove(folder);
    arena_free(arena);
}

Test(anchor_hard, an_article_under_another_name_that_was_edited_is_found_by_its_words)
{
    struct arena *arena = arena_new();
    struct note note = note_on(arena, TALKS, "full of holes");
    const struct small_article articles[] = {{.path = "b.txt", .text = KERNEL},
                                             {.path = "c.txt", .text = "Update. " TALKS},
                                             {.path = "d.txt", .text = "Update. " TALKS}};
    struct library *library = small_library("", articles, 2);
    library->single = true; /* no file is read */
    find(library, &note);
    cr_expect_eq(note.state, ANCHOR_MOVED);
    cr_expect_eq(note.number, 1);
    cr_expect_str_eq(why(arena, library, &note),
                     "the article was a.txt and is c.txt now; its words stood at byte 83 and stand "
                     "at ¶2, byte 91, now");
    library_free(library);
    library = small_library("", articles, 3);
    library->single = true;
    find(library, &note);
    cr_expect_eq(note.state, ANCHOR_ORPHAN, "it stands in two articles");
    cr_expect_eq(note.number, ARTICLE_NONE);
    library_free(library);
    arena_free(arena);
}

Test(anchor_hard, what_is_gone_is_said_to_be_gone)
{
    struct arena *arena = arena_new();
    struct library *library = library_of("b.txt", KERNEL);
    library->single = true;
    struct note note = note_on(arena, TALKS, "full of holes");
    find(library, &note);
    cr_expect_str_eq(
        why(arena, library, &note),
        "there is no article a.txt any more, nor another with its bytes or these words");
    struct note actor = {.about = STR("nobody")};
    find(library, &actor);
    cr_expect_str_eq(why(arena, library, &actor), "there is no actor nobody any more");
    library_free(library);
    arena_free(arena);
}

/* Much of the same, and many notes on it: it ends, and nothing is placed wrongly. */
static void check_no_choice(const char *words, const char *others)
{
    struct arena *arena = arena_new();
    struct buf text = {0};
    for (int i = 0; i < 100000; i++)
        buf_chars(&text, i % 3 ? words : others);
    buf_chars(&text, "end");
    struct library *library = library_of("a.txt", text.at);
    for (uint32_t i = 1; i < 40; i++) {
        struct note note = {0};
        anchor_make(arena, library, 0, (struct span){6000 * i, 6000 * i + 6}, STR(""), &note);
        note.at.start += 1;
        note.after = i % 2 ? STR("no such words") : note.after;
        find(library, &note);
        cr_expect_not(note_is_placed(&note), "%u %s", i, anchor_state_name(note.state));
    }
    library_free(library);
    buf_free(&text);
    arena_free(arena);
}

Test(anchor_hard, an_article_of_the_same_words_over_and_over_ends_in_no_choice)
{
    check_no_choice("he he ", "ha he ");
    check_no_choice("he he ", "he he ");
    check_no_choice("的的", "的的");
    check_no_choice("- - - ", "- - - ");
}

Test(anchor_hard, a_whole_article_with_edits_is_found)
{
    struct arena *arena = arena_new();
    struct buf text = {0}, now = {0};
    for (int i = 0; i < 3000; i++) {
        buf_printf(&text, "word%d and %s", i, i % 11 ? "" : "so on.\n\n");
        buf_printf(&now, "%s%d and %s", i % 40 == 7 ? "term" : "word", i,
                   i % 11 ? "" : "so on.\n\n");
    }
    struct note note = note_on(arena, text.at, text.at);
    struct library *library = library_of("a.txt", now.at);
    find(library, &note);
    cr_expect_eq(note.state, ANCHOR_CHANGED, "%s", anchor_state_name(note.state));
    cr_expect_geq(note.likeness, 95);
    cr_expect_eq(note.span.start, 0);
    cr_expect_geq(note.span.end + 10, now.len);
    library_free(library);
    buf_free(&text);
    buf_free(&now);
    arena_free(arena);
}
