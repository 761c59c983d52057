/* SPDX-License-Identifier: ISC */
/* The thread that reads, the watch, and what the loop does with both: real files, no terminal. Each
 * wait is for something to happen, and ends in failure only where it never does. */
#include "../../src/app/live.h"
#include "../../src/app/live_parts.h"
#include "../../src/app/remember.h"
#include "../screens/session.h"

#include "dossier/base/memory.h"
#include "folder.h"

#include <poll.h>

#define LONGEST 30000 /* milliseconds after which a thing that does not happen never will */

static struct session session;

static void write_file(const char *name, const char *text)
{
    folder_write("dossier", name, str_of(text));
}

/* A dossier of two articles, and nobody who reads it yet. */
static void begin(void)
{
    struct error error;
    cr_assert(session_begin(&session, NULL, &error), "%s", error.text);
    write_file("a.txt", "The first article\n\nIt is about a bridge.\n");
    write_file("b.txt", "The second article\n\nIt is about a river.\n");
}

static void wait_once(void)
{
    int fds[LIVE_FDS];
    struct pollfd polled[LIVE_FDS];
    size_t count = live_fds(&session.world, fds);
    for (size_t i = 0; i < count; i++)
        polled[i] = (struct pollfd){fds[i], POLLIN, 0};
    int wait = live_wait(&session.world);
    poll(polled, count, wait < 0 || wait > 1000 ? 1000 : wait);
    live_turn(&session.world);
}

/* Runs the loop till COUNT articles are there. */
static void until_articles(size_t count)
{
    int64_t end = loader_clock() + LONGEST;
    while ((state_is_blank(&session.state) || session.state.library->corpus.len != count) &&
           loader_clock() < end)
        wait_once();
    cr_assert_eq(session.state.library->corpus.len, count);
}

static void start(void)
{
    struct error error;
    struct tui_request request = {.path = "dossier"};
    cr_assert(world_open_blank(&session.world, &request, &error), "%s", error.text);
    world_start(&session.world, &session.state);
    live_start(&session.world);
    session.running = true;
    session_size(&session, 80, 24);
}

static void stop(void)
{
    if (session.running)
        cr_expect(live_end(&session.world));
    session_end(&session);
}

/* What is typed is a command. */
static void run_command(const char *words)
{
    session_key(&session, ':');
    for (const char *k = words; *k; k++)
        session_key(&session, (key)*k);
    session_key(&session, KEY_RETURN);
}

static void expect_message(const char *words)
{
    struct str message = buf_view(&session.state.message);
    cr_expect(str_find(message, str_of(words), 0) >= 0, "it says \"%.*s\"", STR_ARG(message));
}

TestSuite(live, .init = begin, .fini = stop);

Test(live, a_folder_is_read_beside_the_loop_and_taken_in)
{
    start();
    cr_expect(state_is_blank(&session.state));
    until_articles(2);
    cr_expect_not(state_is_blank(&session.state));
    cr_expect_not_null(state_article(&session.state));
    cr_expect_eq(session.state.focus, PANE_TEXT, "it begins with the text, as ever");
}

Test(live, what_was_remembered_is_not_lost_while_the_folder_is_not_read_yet)
{
    struct error error;
    start();
    until_articles(2);
    session_key(&session, '+');
    cr_assert(live_end(&session.world));
    session_stop(&session);
    start();
    cr_assert(remember_save(&session.world, &session.state, &error));
    until_articles(2);
    cr_expect(state_memory(&session.state, session.state.cursor.article)->starred);
}

Test(live, a_file_that_appears_is_taken_in)
{
    start();
    until_articles(2);
    write_file("deep/er/c.txt", "The third article\n");
    until_articles(3);
    cr_expect_eq(session.state.news.added, 1);
    write_file("deep/er/d.txt", "The fourth article\n");
    until_articles(4);
    cr_expect_eq(session.state.news.added, 2, "a new folder is watched too");
}

Test(live, a_file_that_goes_away_is_gone)
{
    start();
    until_articles(2);
    cr_assert_eq(unlink("dossier/a.txt"), 0);
    until_articles(1);
    cr_expect_eq(session.state.news.gone, 1);
}

Test(live, what_comes_while_a_line_is_typed_waits_for_its_end)
{
    start();
    until_articles(2);
    session_key(&session, '/');
    write_file("c.txt", "The third article\n");
    int64_t end = loader_clock() + LONGEST;
    while (!session.world.live->is_ready && loader_clock() < end)
        wait_once();
    cr_assert(session.world.live->is_ready);
    wait_once();
    cr_expect_eq(session.state.library->corpus.len, 2);
    cr_expect(session.state.prompt.open);
    session_key(&session, KEY_ESCAPE);
    until_articles(3);
}

Test(live, the_program_s_own_changes_are_no_news)
{
    start();
    until_articles(2);
    run_command("name bridge topic");
    session_key(&session, 'a');
    session_key(&session, 'x');
    session_key(&session, KEY_ESCAPE);
    const struct library *library = session.state.library;
    cr_assert_eq(library->tags.len, 1);
    cr_assert_eq(session.state.notebook->len, 1);
    int64_t end = loader_clock() + LONGEST;
    wait_once();
    while (live_wait(&session.world) >= 0 && loader_clock() < end)
        wait_once();
    cr_expect_eq(session.state.library, library, "it was read again");
}

Test(live, notes_of_a_colleague_are_taken_in)
{
    start();
    until_articles(2);
    write_file("notes/anna.yaml", "version: 1\nnotes:\n  - {id: abcdefabcdef, article: a.txt, "
                                  "text: Hers.}\n");
    int64_t end = loader_clock() + LONGEST;
    while (session.state.notebook->len != 1 && loader_clock() < end)
        wait_once();
    cr_assert_eq(session.state.notebook->len, 1);
}

Test(live, tags_that_another_program_writes_are_taken_in)
{
    start();
    until_articles(2);
    write_file("tags.yaml", "actors:\n  - {id: bridge, name: bridge, kind: topic}\n");
    int64_t end = loader_clock() + LONGEST;
    while (session.state.library->tags.len != 1 && loader_clock() < end)
        wait_once();
    cr_assert_eq(session.state.library->tags.len, 1);
}

Test(live, reload_is_done_beside_the_loop_and_says_what_it_found)
{
    start();
    until_articles(2);
    const struct library *library = session.state.library;
    run_command("reload");
    int64_t end = loader_clock() + LONGEST;
    while (session.state.library == library && loader_clock() < end)
        wait_once();
    cr_expect_neq(session.state.library, library);
    expect_message("read again: 2 articles");
}

Test(live, a_folder_that_goes_away_is_told_and_what_was_read_stays)
{
    start();
    until_articles(2);
    cr_assert_eq(rename("dossier", "elsewhere"), 0);
    int64_t end = loader_clock() + LONGEST;
    while (session.state.message_kind != MESSAGE_ERROR && loader_clock() < end)
        wait_once();
    cr_expect_eq(session.state.message_kind, MESSAGE_ERROR);
    cr_expect_eq(session.state.library->corpus.len, 2);
}

/* What came of the load, once it is over. */
static void wait_for(struct loader *loader, struct loaded *loaded)
{
    bool taken = loader_take(loader, loaded);
    while (loader_is_busy(loader)) {
        cr_assert_eq(poll(&(struct pollfd){loader_fd(loader), POLLIN, 0}, 1, LONGEST), 1);
        taken |= loader_take(loader, loaded);
    }
    cr_assert(taken);
}

/* The first load ends as if ^C had come in the midst of it. */
static void stop_first(void)
{
    struct loaded loaded;
    struct loader *loader = session.world.live->loader;
    session_key(&session, 3);
    expect_message("stopping");
    wait_for(loader, &loaded);
    loaded_free(&loaded);
    loaded.stopped = true;
    live_keep(&session.world, &loaded);
}

Test(live, reading_that_was_stopped_is_the_user_s_to_begin_again)
{
    start();
    stop_first();
    expect_message("reading was stopped; :reload reads the folder");
    cr_expect(state_is_blank(&session.state));
    write_file("c.txt", "The third article\n");
    wait_once();
    cr_expect_eq(live_wait(&session.world), -1, "it waits for the user");
    run_command("name Ada person");
    expect_message("must wait");
    run_command("reload");
    until_articles(3);
    cr_expect_not(state_is_blank(&session.state));
}

Test(live, whoever_quits_before_the_folder_is_read_keeps_what_was_remembered)
{
    struct error error;
    start();
    until_articles(2);
    session_key(&session, '+');
    cr_assert(remember_save(&session.world, &session.state, &error));
    cr_assert(live_end(&session.world));
    session_stop(&session);
    start();
    session_key(&session, 'q');
    cr_expect(session.world.quit);
    cr_assert(live_end(&session.world));
    session_stop(&session);
    start();
    until_articles(2);
    cr_expect(state_memory(&session.state, session.state.cursor.article)->starred);
}

/* ---- the loader by itself ---- */

static struct loader_request request_of(const struct survey *seen)
{
    return (struct loader_request){.load = {.path = "dossier"}, .seen = seen};
}

Test(live, a_folder_that_looks_as_it_did_is_not_read)
{
    struct loader *loader = loader_open();
    struct loaded first, second;
    struct loader_request request = request_of(NULL);
    loader_begin(loader, &request);
    cr_expect(loader_is_busy(loader));
    wait_for(loader, &first);
    cr_expect_not(loader_is_busy(loader));
    cr_assert_not_null(first.library);
    cr_expect_eq(loader_progress(loader)->articles, 2);
    request = request_of(first.survey);
    loader_begin(loader, &request);
    wait_for(loader, &second);
    cr_expect_null(second.library);
    cr_expect(second.survey->same);
    cr_expect_str_empty(second.error.text);
    loaded_free(&first);
    loaded_free(&second);
    cr_expect(loader_close(loader));
}

Test(live, a_load_that_is_given_up_leaves_nothing_behind)
{
    struct loader *loader = loader_open();
    struct loader_request request = request_of(NULL);
    loader_begin(loader, &request);
    loader_give_up(loader);
    cr_expect_not(loader_is_busy(loader));
    loader_begin(loader, &request);
    cr_expect(loader_close(loader));
}

Test(live, a_burst_is_dealt_with_when_it_is_quiet_and_at_last_when_it_never_is)
{
    struct burst burst = {0};
    cr_expect_eq(burst_due(&burst), -1);
    burst_add(&burst, 1000);
    cr_expect_eq(burst_due(&burst), 1000 + BURST_QUIET);
    burst_add(&burst, 1050);
    cr_expect_eq(burst_due(&burst), 1050 + BURST_QUIET);
    for (int64_t at = 1050; at < 3000; at += 50)
        burst_add(&burst, at);
    cr_expect_eq(burst_due(&burst), 1000 + BURST_LONGEST);
}
