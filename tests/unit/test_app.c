/* SPDX-License-Identifier: ISC */
/* What effects do outside, and what is remembered: the reader without a terminal, on copies. */
#include "../screens/session.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct session session;

static void start(const char *dossier)
{
    struct error error;
    char path[512];
    snprintf(path, sizeof path, "%s/%s", SOURCE_ROOT, dossier);
    cr_assert(session_begin(&session, path, &error), "%s", error.text);
    cr_assert(session_start(&session, NULL, &error), "%s", error.text);
}

static void finish(void)
{
    session_end(&session);
}

/* Each character of KEYS is a key; ^ and a letter is a control key, ~ is Esc, a line end is Enter.
 */
static void press(const char *keys)
{
    for (const char *k = keys; *k; k++) {
        key pressed = *k == '~' ? KEY_ESCAPE : *k == '\n' ? KEY_RETURN : (key)*k;
        if (*k == '^')
            pressed = (key) * ++k & 31;
        session_key(&session, pressed);
    }
}

static void expect_message(const char *words)
{
    struct str message = buf_view(&session.state.message);
    cr_assert(str_find(message, str_of(words), 0) >= 0, "it says \"%.*s\", not \"%s\"",
              STR_ARG(message), words);
}

static void write_file(const char *path, const char *text)
{
    struct error error;
    cr_assert(file_save(path, str_of(text), 0644, &error), "%s", error.text);
}

static void expect_in_file(const char *path, const char *words)
{
    struct buf bytes = {0};
    struct error error;
    cr_assert(file_read(path, 1 << 20, &bytes, &error), "%s", error.text);
    cr_assert(str_find(buf_view(&bytes), str_of(words), 0) >= 0, "%s", bytes.at);
    buf_free(&bytes);
}

Test(effects, an_export_never_replaces_a_file_unasked, .fini = finish)
{
    start("seeds");
    press("aA note.~");
    write_file("notes.md", "mine");
    press(":export markdown notes.md\n");
    expect_in_file("notes.md", "mine");
    expect_message("exists already");
    press(":export! markdown notes.md\n");
    expect_in_file("notes.md", "A note.");
    press(":export html other.html\n");
    expect_message("other.html");
    expect_in_file("other.html", "A note.");
}

Test(effects, an_unknown_format_is_answered_with_those_there_are, .fini = finish)
{
    start("seeds");
    press("aA note.~:export pdf notes.pdf\n");
    expect_message("markdown");
    cr_assert_not(file_exists("notes.pdf"));
}

Test(effects, no_note_is_anchored_in_an_article_that_has_changed_on_disk, .fini = finish)
{
    start("seeds");
    press("a");
    press("What I typed.");
    write_file("dossier/003_2a5c6933c16f0aef.txt", "Another text.\n");
    press("~");
    expect_message("changed");
    cr_assert(session.state.editor.open, "what was typed is lost");
    cr_assert_not(file_exists("dossier/notes/tester.yaml"));
}

Test(effects, a_note_that_cannot_be_stored_stays_in_the_editor, .fini = finish)
{
    start("seeds");
    /* neither the folder of the notes nor the one that would take its place can be made */
    write_file("dossier/notes", "");
    write_file("XDG_DATA_HOME", "");
    press("aWhat I typed.~");
    cr_assert(session.state.editor.open, "what was typed is lost");
    cr_assert_eq(session.state.message_kind, MESSAGE_ERROR);
}

/* How often WORDS stand in the file. */
static size_t count_in_file(const char *path, const char *words)
{
    struct buf bytes = {0};
    size_t count = 0;
    cr_assert(file_read(path, 1 << 20, &bytes, NULL));
    for (ptrdiff_t at = 0; (at = str_find(buf_view(&bytes), str_of(words), (size_t)at)) >= 0; at++)
        count++;
    buf_free(&bytes);
    return count;
}

Test(effects, a_note_is_saved_once_when_there_is_room_again, .fini = finish)
{
    start("seeds");
    write_file("dossier/notes", "");
    write_file("XDG_DATA_HOME", "");
    press("aWhat I typed.~~~");
    cr_assert(session.state.editor.open);
    cr_assert_eq(unlink("dossier/notes"), 0);
    press("~");
    cr_assert_not(session.state.editor.open, "%s", session.state.message.at);
    cr_expect_eq(count_in_file("dossier/notes/tester.yaml", "What I typed."), 1);
    cr_expect_eq(session.state.notebook->len, 1);
}

Test(effects, what_others_write_meanwhile_is_taken_in_and_the_reader_s_place_kept, .fini = finish)
{
    start("seeds");
    press("aMine.~JaTyping");
    uint32_t article = session.state.cursor.article, at = session.state.cursor.at;
    write_file("dossier/notes/anna.yaml",
               "version: 1\nnotes:\n  - {id: abcdefabcdef, article: 000_84301d29c00dabfb.txt, "
               "text: Hers.}\n");
    world_refresh(&session.world);
    cr_expect_eq(session.state.notebook->len, 2);
    cr_assert(session.state.editor.open);
    cr_expect_eq(session.state.cursor.article, article);
    cr_expect_eq(session.state.cursor.at, at);
    press(" on.~");
    expect_in_file("dossier/notes/tester.yaml", "Typing on.");
    cr_expect_eq(session.state.notebook->len, 3);
}

Test(effects, a_tag_is_renamed_in_all_notes_and_that_is_taken_back, .fini = finish)
{
    start("tests/dossiers/harbour");
    press("aA note. #money~");
    press(":tag-rename money budget\n");
    expect_message("u takes it back");
    expect_in_file("dossier/tags.yaml", "budget");
    cr_expect(str_is(tags_now(&session.state.library->tags, STR("money")), "budget"));
    press("#budg\n");
    cr_expect_eq(session.state.thread.len, 1, "it is found under its new name");
    press("u");
    expect_message("undone");
    cr_expect(str_is(tags_now(&session.state.library->tags, STR("money")), "money"));
}

Test(effects, a_clash_with_another_program_keeps_both_versions, .fini = finish)
{
    static struct session second;
    start("seeds");
    press("aFirst words.~");
    second = (struct session){.width = 80, .height = 24};
    struct error error;
    cr_assert(session_start(&second, NULL, &error), "%s", error.text);
    for (const char *k = "]e more"; *k; k++)
        session_key(&second, (key)*k);
    session_key(&second, KEY_ESCAPE);
    expect_in_file("dossier/notes/tester.yaml", "First words. more");
    press("e otherwise~");
    expect_message("both versions are kept");
    expect_in_file("dossier/notes/tester.yaml", "First words. more");
    expect_in_file("dossier/notes/tester.yaml", "First words. otherwise");
    session_stop(&second);
    cells_free(&second.cells);
}

Test(effects, the_editor_that_fails_leaves_the_note_as_it_was, .fini = finish)
{
    start("seeds");
    setenv("EDITOR", "false", 1);
    press("aTyped here.^e");
    cr_assert(str_is(buf_view(&session.state.editor.text.text), "Typed here."));
    cr_assert_eq(session.state.message_kind, MESSAGE_ERROR);
}

Test(effects, what_was_written_in_the_editor_is_the_note, .fini = finish)
{
    start("seeds");
    setenv(
        "EDITOR",
        "f() { test \"$(stat -c %a \"$1\")\" = 600 && printf 'from outside #out\\n' >\"$1\"; }; f",
        1);
    press("aTyped here.^e~");
    expect_in_file("dossier/notes/tester.yaml", "text: from outside");
    expect_in_file("dossier/notes/tester.yaml", "tags: [out]");
}

Test(effects, a_reload_reads_what_is_new_and_keeps_the_place, .fini = finish)
{
    start("tests/dossiers/harbour");
    press("JJ");
    struct str before = state_article(&session.state)->path;
    char path[64];
    snprintf(path, sizeof path, "%.*s", STR_ARG(before));
    write_file("dossier/00-new.txt", "A new article\n\nIt came in the night.\n");
    press(":reload\n");
    cr_assert_eq(session.state.library->corpus.len, 7);
    cr_assert(str_is(state_article(&session.state)->path, path));
}

Test(effects, an_actor_is_named_in_a_tags_file_with_its_comments_kept, .fini = finish)
{
    start("tests/dossiers/harbour");
    press(":name Petra Holm person\n");
    expect_in_file("dossier/tags.yaml", "# A made-up story");
    expect_in_file("dossier/tags.yaml", "name: Petra Holm");
    cr_assert_neq(tags_actor(&session.state.library->tags, STR("petra-holm")), ACTOR_NONE);
}

/* The one file below XDG_STATE_HOME/dossier. */
static const char *state_file(void)
{
    static char path[256];
    FILE *found = popen("find XDG_STATE_HOME -name reading.yaml", "r");
    cr_assert(found && fgets(path, sizeof path, found), "nothing is remembered");
    pclose(found);
    path[strcspn(path, "\n")] = '\0';
    return path;
}

static void restart(void)
{
    struct error error;
    session_stop(&session);
    cr_assert(session_start(&session, NULL, &error), "%s", error.text);
}

Test(remember, what_was_read_and_where_comes_back, .fini = finish)
{
    start("seeds");
    press("JJG");
    press("+");
    uint32_t article = session.state.cursor.article, at = session.state.cursor.at;
    restart();
    cr_assert_eq(session.state.cursor.article, article);
    cr_assert_eq(session.state.cursor.at, at);
    cr_assert(state_memory(&session.state, article)->read);
    cr_assert(state_memory(&session.state, article)->starred);
}

Test(remember, it_is_for_the_user_s_eyes_only, .fini = finish)
{
    struct stat st;
    start("seeds");
    session_stop(&session);
    cr_assert_eq(stat(state_file(), &st), 0);
    cr_assert_eq(st.st_mode & 0777, 0600);
}

Test(remember, a_bad_file_is_told_and_the_reader_opens, .fini = finish)
{
    start("seeds");
    session_stop(&session);
    write_file(state_file(), "place: [unclosed\n");
    restart();
    expect_message("what was read and seen is not known");
    cr_assert_not_null(state_article(&session.state));
}

Test(remember, offsets_and_articles_that_are_not_there_are_passed_over, .fini = finish)
{
    static const char *const files[] = {
        "place: {article: 003_2a5c6933c16f0aef.txt, at: 99999999}\n",
        "place: {article: gone.txt, at: 1}\n",
        "place: {article: 003_2a5c6933c16f0aef.txt, at: -1}\n",
        "articles: [{article: 003_2a5c6933c16f0aef.txt, seen: [[9, 2], [0, 99999999], [5, 9], [1, "
        "3], 7, [a, b]]}]\n",
        "articles: {a: b}\nthread: [x]\nqueries: {}\ndrafts: 3\n",
        "drafts: [{article: 003_2a5c6933c16f0aef.txt, at: [4000000000, 4000000001], text: x}]\n",
        "thread: {kind: actor, words: nobody}\nlast: {kind: bogus, words: x}\n",
        "",
    };
    start("seeds");
    for (size_t i = 0; i < COUNT(files); i++) {
        session_stop(&session);
        write_file(state_file(), files[i]);
        restart();
        press("-naa~ G");
        session_draw(&session);
        const struct article *article = state_article(&session.state);
        cr_assert_leq(session.state.cursor.at, article->text.len);
        const struct spans *seen =
            &state_memory(&session.state, session.state.cursor.article)->seen;
        for (size_t j = 0; j < seen->len; j++)
            cr_assert_leq(seen->at[j].end, article->text.len);
    }
}

Test(remember, without_a_place_for_it_nothing_is_kept_and_nothing_is_wrong, .fini = finish)
{
    struct error error;
    char path[512];
    snprintf(path, sizeof path, "%s/seeds", SOURCE_ROOT);
    cr_assert(session_begin(&session, path, &error));
    unsetenv("XDG_STATE_HOME");
    unsetenv("HOME");
    cr_assert(session_start(&session, NULL, &error));
    press("JQ");
    cr_assert(session.world.quit);
    cr_assert_eq(session.state.message_kind, MESSAGE_NONE);
}

Test(remember, a_note_still_being_typed_is_a_draft_when_the_terminal_hangs_up, .fini = finish)
{
    start("seeds");
    press("aHalf a thou");
    session_stop(&session);
    expect_in_file(state_file(), "Half a thou");
    restart();
    press("a");
    cr_assert(str_is(buf_view(&session.state.editor.text.text), "Half a thou"));
}
