/* SPDX-License-Identifier: ISC */
/* Words that were typed and not saved: they outlive the program, whatever ends it. */
#include "../../src/app/remember.h"
#include "../screens/session.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct session session;
static struct error error;

static void begin(void)
{
    char path[512];
    snprintf(path, sizeof path, "%s/tests/dossiers/harbour", SOURCE_ROOT);
    cr_assert(session_begin(&session, path, &error), "%s", error.text);
    cr_assert(session_start(&session, NULL, &error), "%s", error.text);
}

static void finish(void)
{
    session_end(&session);
}

TestSuite(drafts, .init = begin, .fini = finish);

/* ^ and a letter is a control key, ~ is Esc. */
static void press(struct session *in, const char *keys)
{
    for (const char *k = keys; *k; k++) {
        key pressed = *k == '~' ? KEY_ESCAPE : (key)*k;
        if (*k == '^')
            pressed = (key) * ++k & 31;
        session_key(in, pressed);
    }
}

static void restart(void)
{
    session_stop(&session);
    cr_assert(session_start(&session, NULL, &error), "%s", error.text);
}

/* What PATTERN finds in the state folder, one name a line. */
static const char *find(const char *pattern)
{
    static char lines[2048];
    char command[256];
    snprintf(command, sizeof command, "find XDG_STATE_HOME -name '%s'", pattern);
    FILE *found = popen(command, "r");
    cr_assert_not_null(found);
    lines[fread(lines, 1, sizeof lines - 1, found)] = '\0';
    pclose(found);
    lines[strcspn(lines, "\n")] = '\0';
    return lines;
}

static bool kept(const char *words)
{
    struct buf bytes = {0};
    bool is = file_read(find("reading.yaml*"), 1 << 20, &bytes, NULL) &&
              str_find(buf_view(&bytes), str_of(words), 0) >= 0;
    buf_free(&bytes);
    return is;
}

static struct str typed(void)
{
    return buf_view(&session.state.editor.text.text);
}

Test(drafts, what_is_typed_is_behind_till_it_is_kept)
{
    cr_expect_not(remember_is_behind(&session.world));
    press(&session, "aHalf a thou");
    cr_expect(remember_is_behind(&session.world));
    cr_assert(remember_save(&session.world, &session.state, &error), "%s", error.text);
    cr_expect(kept("Half a thou"));
    cr_expect_not(remember_is_behind(&session.world));
    press(&session, "ght");
    cr_expect(remember_is_behind(&session.world));
    press(&session, "~");
    cr_expect(remember_is_behind(&session.world), "the draft of a saved note stays on the disk");
    cr_assert(remember_save(&session.world, &session.state, &error), "%s", error.text);
    cr_expect_not(kept("Half a thou"));
}

Test(drafts, an_editor_in_which_nothing_was_changed_leaves_no_draft)
{
    press(&session, "aA note.~");
    restart();
    press(&session, "]e");
    cr_assert(session.state.editor.open);
    cr_expect_not(remember_is_behind(&session.world));
}

Test(drafts, a_draft_that_is_gone_on_with_is_one_draft_with_the_later_words)
{
    press(&session, "aFirst^ca, then more");
    restart();
    cr_expect_eq(session.state.drafts.len, 1);
    press(&session, "a");
    cr_expect(str_is(typed(), "First, then more"), "%.*s", STR_ARG(typed()));
}

Test(drafts, a_reply_left_unfinished_is_there_again_and_private_as_it_was)
{
    press(&session, "aA question.~Aa^pHalf an answer^c");
    restart();
    cr_assert_eq(session.state.drafts.len, 1);
    const struct draft *draft = &session.state.drafts.at[0];
    cr_expect(str_eq(draft->replies_to, session.state.notebook->at[0].id));
    cr_expect(draft->is_private);
    cr_expect(str_find(buf_view(&session.state.message), STR("1 note is unfinished"), 0) >= 0);
    press(&session, "Aa");
    cr_expect(str_is(typed(), "Half an answer"), "%.*s", STR_ARG(typed()));
    press(&session, "~");
    cr_expect_eq(session.state.notebook->len, 2);
    cr_expect_eq(session.state.drafts.len, 0);
}

Test(drafts, a_note_on_many_places_is_there_again_with_all_of_them)
{
    press(&session, "/the");
    session_key(&session, KEY_RETURN);
    press(&session, "Rg+++++aOn all of these^c");
    size_t more = session.state.drafts.at[0].more_count;
    cr_assert_gt(more, 0);
    restart();
    cr_assert_eq(session.state.drafts.len, 1);
    cr_expect_eq(session.state.drafts.at[0].more_count, more);
    press(&session, "Ae");
    cr_expect(str_is(typed(), "On all of these"), "%.*s", STR_ARG(typed()));
    press(&session, "~");
    cr_expect_eq(session.state.notebook->len, more + 1);
}

Test(drafts, of_two_programs_none_takes_away_what_the_other_has_kept)
{
    static struct session second;
    second = (struct session){.width = 80, .height = 24};
    cr_assert(session_start(&second, NULL, &error), "%s", error.text);
    press(&session, "aOf the first^c");
    press(&second, "Jaof the second^c");
    session_stop(&second);
    restart();
    cr_expect_eq(session.state.drafts.len, 2);
    press(&session, "^l");
    session_stop(&session);
    cr_expect(kept("Of the first"));
    cr_expect(kept("of the second"));
    cells_free(&second.cells);
}

Test(drafts, a_bad_file_is_set_aside_and_not_written_over)
{
    session_stop(&session);
    struct buf path = {0};
    buf_chars(&path, find("reading.yaml"));
    cr_assert(file_save(path.at, STR("drafts: [my words\n"), 0600, &error));
    cr_assert(session_start(&session, NULL, &error));
    press(&session, "aNew^c");
    cr_assert(remember_save(&session.world, &session.state, &error), "%s", error.text);
    struct buf bytes = {0};
    cr_assert(file_read(find("reading.yaml.bad-*"), 1 << 20, &bytes, &error), "%s", error.text);
    cr_expect(str_is(buf_view(&bytes), "drafts: [my words\n"));
    restart();
    cr_expect_eq(session.state.drafts.len, 1);
    buf_free(&bytes);
    buf_free(&path);
}

Test(drafts, what_an_editor_wrote_before_it_failed_is_left_where_it_is_told)
{
    setenv("TMPDIR", session.folder, 1);
    unsetenv("XDG_RUNTIME_DIR");
    setenv("EDITOR", "f() { echo outside >\"$1\"; false; }; f", 1);
    press(&session, "aTyped here.^e");
    cr_expect(str_is(typed(), "Typed here."));
    struct str message = buf_view(&session.state.message);
    ptrdiff_t at = str_find(message, STR("what you wrote is in /"), 0);
    cr_assert(at > 0, "%.*s", STR_ARG(message));
    struct buf bytes = {0}, path = {0};
    buf_str(&path, str_sub(message, (size_t)at + strlen("what you wrote is in "), message.len));
    cr_assert(file_read(path.at, 1 << 20, &bytes, &error), "%s", error.text);
    cr_expect(str_is(buf_view(&bytes), "outside\n"));
    buf_free(&bytes);
    buf_free(&path);
}
