/* SPDX-License-Identifier: ISC */
/* What was kept of an earlier run is shown till the folder is read: real files, no terminal. */
#include "../../src/app/live.h"
#include "../../src/app/live_parts.h"
#include "../../src/app/remember.h"
#include "../screens/session.h"

#include "dossier/base/memory.h"
#include "folder.h"

#include <poll.h>

enum { ARTICLES = 300, BYTES_EACH = 16000 }; /* less is not kept */
#define LONGEST 30000 /* milliseconds after which a thing that does not happen never will */

static struct session session;

static void put(unsigned number, const char *first_words)
{
    struct buf text = {0};
    char name[16];
    snprintf(name, sizeof name, "%03u.txt", number);
    buf_printf(&text, "Headline %u\n\n%s. ", number, first_words);
    while (text.len < BYTES_EACH)
        buf_printf(&text, "Ada Berg spoke of word%u for the %zuth time. ", number, text.len);
    folder_write("dossier", name, buf_view(&text));
    buf_free(&text);
}

/* A large dossier that was read and kept. */
static void begin(void)
{
    struct error error = {0};
    cr_assert(session_begin(&session, NULL, &error), "%s", error.text);
    for (unsigned i = 0; i < ARTICLES; i++)
        put(i, "As before");
    folder_write("dossier", "tags.yaml", STR("actors: [{id: ada, name: Ada Berg}]\n"));
    struct library *library = library_load(&(struct load_request){"dossier"}, NULL, &error);
    cr_assert(library_keep(library, &error), "%s", error.text);
    library_free(library);
}

static void end(void)
{
    if (session.world.live)
        cr_expect(live_end(&session.world));
    session_end(&session);
}

TestSuite(live_kept, .init = begin, .fini = end);

/* ---- the loader by itself ---- */

static struct loader *begin_load(bool no_cache)
{
    struct loader *loader = loader_open();
    struct loader_request request = {.load = {.path = "dossier", .no_cache = no_cache},
                                     .first = true};
    loader_begin(loader, &request);
    return loader;
}

static bool take_next(struct loader *loader, struct loaded *loaded)
{
    while (!loader_take(loader, loaded)) {
        if (!loader_is_busy(loader))
            return false;
        cr_assert_geq(poll(&(struct pollfd){loader_fd(loader), POLLIN, 0}, 1, LONGEST), 1);
    }
    return true;
}

/* Takes all that comes; the last of it is in LAST, the number of early ones returned. */
static size_t take_all(struct loader *loader, struct loaded *last)
{
    struct loaded next;
    size_t early = 0;
    *last = (struct loaded){0};
    while (take_next(loader, &next)) {
        early += next.early;
        cr_assert_not_null(next.library);
        if (next.early) {
            cr_expect_eq(next.library->corpus.len, ARTICLES);
            cr_expect_eq(next.library->tags.len, 0, "nobody is named yet");
        }
        /* what comes later was made from it, and that is over */
        loader_let_go(loader, last->library);
        loaded_free(last);
        *last = next;
    }
    return early;
}

Test(live_kept, what_was_kept_is_given_before_the_folder_is_read)
{
    size_t early = 0;
    /* the folder is read so soon that what was kept may be needless already */
    for (int i = 0; i < 100 && !early; i++) {
        struct loaded last;
        struct loader *loader = begin_load(false);
        early = take_all(loader, &last);
        cr_expect_not(last.early);
        cr_expect_eq(last.library->tags.len, 1);
        loaded_free(&last);
        cr_expect(loader_close(loader));
    }
    cr_expect_eq(early, 1);
}

Test(live_kept, without_a_cache_all_is_read)
{
    struct loaded last;
    struct loader *loader = begin_load(true);
    cr_expect_eq(take_all(loader, &last), 0);
    cr_expect_not(last.library->as_kept);
    loaded_free(&last);
    cr_expect(loader_close(loader));
}

/* Another word in a text that is kept; its file is as it was. */
static int spoil(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    struct buf bytes = {0};
    struct error error;
    (void)st;
    (void)ftw;
    if (kind != FTW_F || !str_ends(str_of(path), STR(".segment")))
        return 0;
    cr_assert(file_read(path, (size_t)1 << 30, &bytes, &error), "%s", error.text);
    ptrdiff_t at = str_find(buf_view(&bytes), STR("As before"), 0);
    cr_assert_geq(at, 0);
    bytes.at[at] = 'I';
    cr_assert(file_save(path, buf_view(&bytes), 0600, &error), "%s", error.text);
    buf_free(&bytes);
    return 0;
}

static bool all_as_before(const struct library *library)
{
    const struct corpus *corpus = &library->corpus;
    for (size_t i = 0; i < corpus->len; i++)
        if (str_find(corpus_article(corpus, corpus->by_path[i])->text, STR("As before"), 0) < 0)
            return false;
    return true;
}

Test(live_kept, what_is_damaged_is_dropped_and_the_folder_read_anew)
{
    struct loaded last;
    nftw(getenv("XDG_CACHE_HOME"), spoil, 16, FTW_PHYS);
    struct loader *loader = begin_load(false);
    take_all(loader, &last);
    cr_expect(all_as_before(last.library));
    loaded_free(&last);
    cr_expect(loader_close(loader));
    struct library *kept = library_kept("dossier");
    cr_assert_not_null(kept, "what is right is kept instead");
    cr_expect(library_is_sound(kept));
    cr_expect(all_as_before(kept));
    library_free(kept);
}

Test(live_kept, what_was_read_is_kept_for_the_next_run)
{
    struct loaded last;
    put(ARTICLES, "It is new");
    struct loader *loader = begin_load(false);
    take_all(loader, &last);
    loaded_free(&last);
    cr_expect(loader_close(loader));
    struct library *kept = library_kept("dossier");
    cr_assert_not_null(kept);
    cr_expect_eq(kept->corpus.len, ARTICLES + 1);
    library_free(kept);
}

/* ---- what the reader sees of it ---- */

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

/* As start, up to where what was kept is shown and nothing else is read yet. It is taken up before
 * the start, which may read all and keep that while this thread waits for its turn. */
static void start_early(void)
{
    struct library *kept = library_kept("dossier");
    cr_assert_not_null(kept);
    start();
    struct live *live = session.world.live;
    loader_give_up(live->loader);
    loaded_free(&live->ready);
    struct notebook_request notes = world_notes(&session.world);
    live->ready =
        (struct loaded){.early = true, .library = kept, .notebook = notebook_open(kept, &notes)};
    live->is_ready = true;
    live_take_ready(&session.world);
    cr_assert(session.state.early);
}

/* Runs the loop till the folder was read, and what was read is kept. */
static void until_read(void)
{
    struct world *world = &session.world;
    int64_t end = loader_clock() + LONGEST;
    while (
        (state_is_blank(&session.state) || world->early || loader_is_busy(world->live->loader)) &&
        loader_clock() < end) {
        struct pollfd polled = {loader_fd(world->live->loader), POLLIN, 0};
        int wait = live_wait(world);
        poll(&polled, 1, wait < 0 || wait > 1000 ? 1000 : wait);
        live_turn(world);
    }
    cr_assert_not(session.state.early);
}

static void read_now(void)
{
    session.world.live->given_up = true; /* and so is done again */
    until_read();
}

static void expect_message(const char *words)
{
    struct str message = buf_view(&session.state.message);
    cr_expect(str_find(message, str_of(words), 0) >= 0, "it says \"%.*s\"", STR_ARG(message));
}

static uint32_t article_named(const char *path)
{
    return corpus_at_path(&session.state.library->corpus, str_of(path));
}

Test(live_kept, the_articles_are_there_at_once_and_who_is_named_comes_later)
{
    start_early();
    cr_expect_eq(session.state.library->corpus.len, ARTICLES);
    cr_expect_not_null(state_article(&session.state));
    session_key(&session, '@');
    expect_message("must wait");
    session_key(&session, 'E');
    expect_message("must wait");
    read_now();
    cr_expect_eq(session.state.library->tags.len, 1);
    cr_expect_eq(session.state.xref, XREF_CAST, "as if it had begun so");
    session_key(&session, '@');
    cr_expect(session.state.prompt.open);
}

Test(live_kept, the_reader_stays_where_he_is_when_all_is_read)
{
    put(7, "Something new before");
    put(ARTICLES, "It is new");
    start_early();
    session_key(&session, '5');
    session_key(&session, 'G');
    struct str path = state_article(&session.state)->path;
    uint32_t at = session.state.cursor.at;
    read_now();
    cr_expect(str_eq(state_article(&session.state)->path, path));
    cr_expect_eq(session.state.cursor.at, at);
    cr_expect_eq(session.state.news.added, 1);
}

Test(live_kept, marks_of_articles_that_were_not_kept_are_not_lost)
{
    struct error error;
    put(ARTICLES, "It is new");
    start();
    until_read();
    state_set_read(&session.state, article_named("300.txt"), true);
    state_set_starred(&session.state, article_named("300.txt"), true);
    cr_assert(live_end(&session.world));
    session_stop(&session);
    /* what was kept is of before that article came */
    struct kept kept;
    unlink("dossier/300.txt");
    cr_assert(library_kept_files("dossier", true, &kept));
    struct library *library = library_load(&(struct load_request){"dossier"}, NULL, &error);
    cr_assert(library_keep(library, &error));
    library_free(library);
    put(ARTICLES, "It is new");
    start_early();
    cr_expect_eq(article_named("300.txt"), ARTICLE_NONE);
    cr_assert(remember_save(&session.world, &session.state, &error));
    read_now();
    cr_expect(state_memory(&session.state, article_named("300.txt"))->read);
    cr_expect(state_memory(&session.state, article_named("300.txt"))->starred);
}

Test(live_kept, a_change_of_one_s_own_waits_for_no_keeping)
{
    struct error error;
    start();
    until_read();
    cr_expect(world_reload(&session.world, &error), "%s", error.text);
    cr_expect_eq(session.world.library->corpus.len, ARTICLES);
    world_feed(&session.world, &(struct event){.kind = EVENT_LIBRARY,
                                               .ok = true,
                                               .library = session.world.library,
                                               .notebook = session.world.notebook});
    cr_expect_null(session.world.old_library);
}
