/* SPDX-License-Identifier: ISC */
#include "linear.h"

#include "live.h"
#include "remember.h"

#include "dossier/base/memory.h"
#include "dossier/draw/draw.h"
#include "dossier/text/utf8.h"
#include "dossier/text/wrap.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define WIDTH 72
#define HEIGHT 24
#define LINGER 1000 /* milliseconds in which nothing is said of the reading of a folder */

/* One key of LINE: a character, or a NAMED one as in <Esc>. */
static key next_key(struct str line, size_t *at, bool *named)
{
    *named = false;
    if (line.at[*at] == '<') {
        ptrdiff_t end = str_find(line, STR(">"), *at);
        key k;
        if (end > (ptrdiff_t)*at + 2 && key_parse(str_sub(line, *at + 1, (size_t)end), &k)) {
            *at = (size_t)end + 1;
            *named = true;
            return k;
        }
    }
    return utf8_next(line, at);
}

static void feed_key(struct world *world, key k)
{
    world_feed(world, &(struct event){.kind = EVENT_TIME, .now = (int64_t)time(NULL)});
    world_feed(world, &(struct event){.kind = EVENT_KEY, .key = k});
}

/* What is printed can't change any more, so searches and filters are whole before. */
static void finish(struct world *world)
{
    while (!world->quit && world_go_on(world))
        ;
}

static bool typing(const struct state *state)
{
    return state_context(state) & (CONTEXT_PROMPT | CONTEXT_EDITOR);
}

/* Enter is not typed at the end of a line of commands, but it is where the line was typed into
 * something. */
static void feed_line(struct world *world, struct str line)
{
    bool named = false, into = typing(world->state);
    for (size_t at = 0; at < line.len && !world->quit;) {
        into = typing(world->state);
        feed_key(world, next_key(line, &at, &named));
    }
    if (typing(world->state) && into && !named)
        feed_key(world, KEY_RETURN);
    else if (!line.len)
        feed_key(world, KEY_SPACE);
}

/* Rows go through cells like a screen's, so that nothing hostile is sent here either. */
static void print_rows(const struct cells *cells, int first)
{
    struct buf row = {0};
    for (int y = first; y < cells->height; y++) {
        buf_clear(&row);
        cells_text(cells, y, &row);
        if (row.len)
            printf("%.*s\n", STR_ARG(buf_view(&row)));
    }
    buf_free(&row);
}

/* The paragraph that the cursor is in, the place of the thread in brackets. */
static struct str paragraph(struct arena *arena, const struct state *state)
{
    const struct article *article = state_article(state);
    if (!article || !article_paragraph_count(article))
        return STR("");
    const struct paragraph *here =
        &article_paragraphs(article)[article_paragraph(article, state->cursor.at)];
    const struct thread *thread = &state->thread;
    if (thread->current < thread->len &&
        thread->at[thread->current].article == state->cursor.article &&
        span_meets(thread->at[thread->current].span, here->span)) {
        struct span place = thread->at[thread->current].span;
        return arena_printf(arena, "%.*s«%.*s»%.*s",
                            STR_ARG(str_sub(article->text, here->span.start, place.start)),
                            STR_ARG(span_of(article->text, place)),
                            STR_ARG(str_sub(article->text, place.end, here->span.end)));
    }
    return span_of(article->text, here->span);
}

static void put_wrapped(struct cells *cells, struct str text)
{
    struct arena *arena = arena_new();
    struct spans lines = {0};
    wrap_lines(arena, text, (struct span){0, (uint32_t)text.len}, WIDTH, &lines);
    cells_begin(cells, WIDTH + 8, (int)lines.len);
    for (size_t i = 0; i < lines.len; i++)
        cells_put(cells, 0, (int)i, WIDTH + 8, 0, span_of(text, lines.at[i]));
    arena_free(arena);
}

static void print_sentence(struct cells *cells, const struct state *state, struct str sentence)
{
    if (!sentence.len)
        return;
    put_wrapped(cells, sentence);
    if (state_ascii(state))
        cells_ascii(cells);
    print_rows(cells, 0);
}

/* Where something is typed, only that is told, and what there is to choose from. */
static int first_row(const struct state *state)
{
    const struct layout *layout = &state->layout;
    if (state->prompt.open)
        return layout->choices.height ? layout->choices.y : layout->line.y;
    return state->editor.open ? layout->editor.y : 0;
}

static void print_all(struct cells *cells, const struct state *state)
{
    struct arena *arena = arena_new();
    bool text = state->view == VIEW_READING && state->focus == PANE_TEXT;
    if (text && !typing(state)) {
        if (state->message_kind != MESSAGE_NONE)
            print_sentence(cells, state, buf_view(&state->message));
        print_sentence(cells, state, buf_view(&state->where));
        print_sentence(cells, state, paragraph(arena, state));
    } else {
        draw(cells, state);
        print_rows(cells, first_row(state));
    }
    if (state->editor.open)
        puts("(a line <Esc> saves the note)");
    puts("");
    fflush(stdout);
    arena_free(arena);
}

/* What was typed and not yet taken. */
struct typed {
    struct buf bytes;
    bool ended;
};

/* The next line, without its end; false where none is there yet. */
static bool take_line(struct typed *typed, struct buf *line)
{
    ptrdiff_t end = str_find(buf_view(&typed->bytes), STR("\n"), 0);
    if (end < 0 && !(typed->ended && typed->bytes.len))
        return false;
    size_t len = end < 0 ? typed->bytes.len : (size_t)end;
    buf_clear(line);
    buf_add(line, typed->bytes.at, len);
    while (line->len && line->at[line->len - 1] == '\r')
        line->len--;
    buf_splice(&typed->bytes, 0, end < 0 ? len : len + 1, STR(""));
    return true;
}

static void read_typed(struct typed *typed)
{
    char bytes[4096];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n > 0)
        buf_add(&typed->bytes, bytes, (size_t)n);
    else if (n == 0 || errno != EINTR)
        typed->ended = true;
}

/* Waits for something to be typed, and does what is due beside. */
static void wait_for_line(struct world *world, struct typed *typed)
{
    int fds[LIVE_FDS];
    struct pollfd polled[1 + LIVE_FDS] = {{STDIN_FILENO, POLLIN, 0}};
    size_t count = live_fds(world, fds);
    for (size_t i = 0; i < count; i++)
        polled[1 + i] = (struct pollfd){fds[i], POLLIN, 0};
    poll(polled, 1 + count, live_wait(world));
    if (polled[0].revents)
        read_typed(typed);
    live_turn(world);
}

/* What happened by itself is told between two lines; news waits for the next one, so as not to
 * speak into what is being typed. TOLD is the message that was told last. */
static void tell_meanwhile(const struct state *state, struct cells *cells, struct buf *told)
{
    if (state->message_kind == MESSAGE_NONE || str_eq(buf_view(told), buf_view(&state->message)))
        return;
    print_sentence(cells, state, buf_view(&state->message));
    fflush(stdout);
}

static void print_news(struct cells *cells, const struct state *state)
{
    struct buf news = {0};
    state_tell_news(state, &news);
    print_sentence(cells, state, buf_view(&news));
    buf_free(&news);
}

static void take_told(const struct state *state, struct buf *told)
{
    buf_clear(told);
    buf_str(told, buf_view(&state->message));
}

/* Waits for a line; when the folder is there at last, it is told like what a line asked for. */
static void wait_meanwhile(struct world *world, struct typed *typed, struct cells *cells)
{
    struct buf told = {0};
    const struct state *state = world->state;
    bool blank = state_is_blank(state);
    take_told(state, &told);
    wait_for_line(world, typed);
    if (blank && !state_is_blank(state))
        print_all(cells, state);
    else
        tell_meanwhile(state, cells, &told);
    buf_free(&told);
}

static void run_lines(struct world *world, struct cells *cells)
{
    struct typed typed = {0};
    struct buf line = {0};
    struct error error;
    while (!world->quit && !(typed.ended && !typed.bytes.len)) {
        if (remember_is_behind(world) && !remember_save(world, world->state, &error))
            fprintf(stderr, "dossier: what you type is not on the disk yet\n");
        if (!take_line(&typed, &line)) {
            wait_meanwhile(world, &typed, cells);
            continue;
        }
        print_news(cells, world->state);
        feed_line(world, buf_view(&line));
        finish(world);
        if (!world->quit)
            print_all(cells, world->state);
    }
    buf_free(&typed.bytes);
    buf_free(&line);
}

int linear_run(struct world *world, struct state *state)
{
    struct cells cells = {0};
    state->options.linear = true;
    world_feed(world, &(struct event){.kind = EVENT_TIME, .now = (int64_t)time(NULL)});
    world_feed(world, &(struct event){.kind = EVENT_RESIZE, .width = WIDTH, .height = HEIGHT});
    live_linger(world, LINGER);
    puts("Keys are typed in lines, each ended with Enter: ? for help, q to leave.\n");
    print_all(&cells, state);
    run_lines(world, &cells);
    cells_free(&cells);
    return 0;
}
