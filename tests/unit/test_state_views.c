/* SPDX-License-Identifier: ISC */
#include "reader.h"

#include "dossier/state/acts.h"
#include "dossier/text/grapheme.h"

#include <stdio.h>

TestSuite(state_views, .init = reader_begin_small, .fini = reader_end);

static bool inside(struct rectangle r)
{
    return !r.height ||
           (r.x >= 0 && r.y >= 0 && r.width > 0 && r.height > 0 &&
            r.x + r.width <= reader.state.width && r.y + r.height <= reader.state.height);
}

static bool apart(struct rectangle a, struct rectangle b)
{
    return !a.height || !b.height || a.x + a.width <= b.x || b.x + b.width <= a.x ||
           a.y + a.height <= b.y || b.y + b.height <= a.y;
}

/* All parts are on the screen, and none over another; only choices are laid over. */
static void expect_layout(void)
{
    const struct layout *layout = &reader.state.layout;
    const struct rectangle parts[] = {layout->title,
                                      layout->pane[PANE_LIST],
                                      layout->pane[PANE_TEXT],
                                      layout->pane[PANE_XREF],
                                      layout->detail,
                                      layout->status,
                                      layout->line,
                                      layout->editor};
    cr_expect(inside(layout->choices));
    cr_expect(apart(layout->choices, layout->line));
    for (size_t i = 0; i < COUNT(parts); i++) {
        cr_expect(inside(parts[i]), "part %zu at %dx%d", i, reader.state.width,
                  reader.state.height);
        for (size_t j = 0; j < i; j++)
            cr_expect(apart(parts[i], parts[j]), "parts %zu and %zu at %dx%d", i, j,
                      reader.state.width, reader.state.height);
    }
    cr_expect_gt(layout->text_width, 0);
}

/* What holds after every update. */
static void expect_sane(void)
{
    const struct state *state = &reader.state;
    const struct article *article = state_article(state);
    int rows;
    struct list *list = state_list(&reader.state, &rows);
    expect_layout();
    cr_expect(!list || !list->count || list->cursor < list->count);
    cr_expect(!list || list->top <= list->cursor);
    cr_expect(state->thread.current <= state->thread.len);
    if (!article || !article->text.len)
        return;
    cr_expect_leq(state->cursor.at, article->text.len);
    cr_expect_eq(cluster_start(article->text, state->cursor.at), state->cursor.at);
    struct span selection = state_selection(state);
    cr_expect(selection.end <= article->text.len);
    cr_expect(!state->selecting || span_holds(selection, state->cursor.at));
}

Test(state_views, the_panes_fit_every_size)
{
    static const int widths[] = {1, 19, 20, 39, 40, 59, 60, 80, 99, 100, 120, 169, 170, 200, 400};
    static const int heights[] = {1, 4, 5, 7, 8, 12, 14, 24, 40, 60, 200};
    static const char *const before[] = {"", "Tab", "O", "L", "A", "a", "@ e", "? ?", "T", "Tab t"};
    for (size_t k = 0; k < COUNT(before); k++) {
        reader_end();
        reader_begin_small();
        reader_keys(before[k]);
        for (size_t i = 0; i < COUNT(widths); i++)
            for (size_t j = 0; j < COUNT(heights); j++) {
                reader_size(widths[i], heights[j]);
                expect_sane();
            }
    }
}

Test(state_views, the_panes_stand_where_there_is_room)
{
    const struct layout *layout = &reader.state.layout;
    cr_expect_eq(layout->pane[PANE_LIST].height, 0, "80 columns: text above concordance");
    cr_expect_gt(layout->pane[PANE_XREF].y, layout->pane[PANE_TEXT].y);
    reader_size(120, 40);
    cr_expect_lt(layout->pane[PANE_LIST].x, layout->pane[PANE_TEXT].x);
    cr_expect_eq(layout->pane[PANE_XREF].width, 120, "the concordance below both");
    reader_size(200, 60);
    cr_expect_gt(layout->pane[PANE_XREF].x, layout->pane[PANE_TEXT].x);
    cr_expect_eq(layout->pane[PANE_XREF].y, 0);
    reader_size(40, 12);
    cr_expect_eq(layout->pane[PANE_XREF].height, 0);
    reader_keys("Tab");
    cr_expect_gt(layout->pane[PANE_XREF].height, 0);
    cr_expect_eq(layout->pane[PANE_TEXT].height, 0);
    reader_size(10, 3);
    cr_expect(layout->too_small);
}

Test(state_views, linear_mode_is_one_column_and_one_sentence)
{
    reader_command("set linear");
    const struct layout *layout = &reader.state.layout;
    cr_expect_eq(layout->gutter, 0);
    cr_expect_eq(layout->pane[PANE_XREF].height, 0);
    reader_keys("@ a d a Enter n n");
    struct str where = buf_view(&reader.state.where);
    cr_expect(str_starts(where, STR("Ada Vale, 3 of ")), "%.*s", STR_ARG(where));
    cr_expect(str_find(where, STR("article 2 of 3, paragraph 1"), 0) > 0, "%.*s", STR_ARG(where));
    cr_expect(str_find(where, STR("opens the bridge"), 0) > 0, "%.*s", STR_ARG(where));
}

Test(state_views, tab_leads_round_the_panes_and_shows_what_is_hidden)
{
    reader_keys("Tab");
    cr_expect_eq(reader.state.focus, PANE_XREF);
    reader_keys("Tab");
    cr_expect_eq(reader.state.focus, PANE_LIST);
    cr_expect_gt(reader.state.layout.pane[PANE_LIST].height, 0);
    reader_keys("Tab S-Tab");
    cr_expect_eq(reader.state.focus, PANE_LIST);
    reader_keys("O");
    cr_expect_eq(reader.state.layout.pane[PANE_XREF].height, 0);
    reader_keys("O");
    cr_expect_gt(reader.state.layout.pane[PANE_XREF].height, 0);
}

Test(state_views, q_leads_back_and_then_out)
{
    static const char *const views[] = {"L", "R", "C", "A", "I", "T", "?", "i", "L ?"};
    for (size_t i = 0; i < COUNT(views); i++) {
        reader_keys(views[i]);
        cr_expect_neq(reader.state.view, VIEW_READING, "%s", views[i]);
        for (int n = 0; n < 2 && reader.state.view != VIEW_READING; n++)
            reader_keys("q");
        cr_expect_eq(reader.state.view, VIEW_READING, "%s", views[i]);
        cr_expect_not(reader.quit);
    }
    reader_keys("q");
    cr_expect(reader.quit);
    cr_expect(reader.remembered);
}

Test(state_views, help_shows_the_keys_of_the_place_and_then_all)
{
    reader_keys("L ?");
    size_t here = reader.state.info_len;
    cr_expect(str_find(buf_view(&reader.state.info_text), STR("by date, title"), 0) > 0);
    cr_expect(str_find(buf_view(&reader.state.info_text), STR("next sentence"), 0) < 0);
    reader_keys("?");
    cr_expect_gt(reader.state.info_len, here);
    for (int i = 0; i < COMMAND_COUNT; i++)
        cr_expect(str_find(buf_view(&reader.state.info_text), str_of(command_table[i].help), 0) > 0,
                  "%s", command_table[i].name);
}

Test(state_views, i_says_why)
{
    reader_command("go a 3");
    reader_keys("i");
    struct str text = buf_view(&reader.state.info_text);
    cr_expect(str_find(text, STR("Bert Oak"), 0) > 0);
    cr_expect(str_find(text, STR("5 Mar 2025, stated"), 0) > 0);
    reader_keys("q L i");
    cr_expect(str_find(buf_view(&reader.state.info_text), STR("a.txt"), 0) > 0);
    reader_keys("q C i");
    cr_expect(str_find(buf_view(&reader.state.info_text), STR("id "), 0) > 0);
}

Test(state_views, enter_goes_to_what_is_under_the_cursor)
{
    reader_keys("L j Enter");
    cr_expect(reader_in("a.txt"));
    cr_expect_eq(reader.state.view, VIEW_READING);
    reader_keys("@ o a k Enter R j j Enter");
    cr_expect_eq(reader.state.view, VIEW_READING);
    cr_expect_eq(reader.state.thread.current, 2);
    reader_keys("C 1 G Enter");
    cr_expect_eq(reader.state.view, VIEW_CAST, "the first Enter takes the actor");
    cr_expect(str_is(reader.state.thread.name, "Ada Vale"));
    reader_keys("Enter");
    cr_expect_eq(reader.state.view, VIEW_READING);
    cr_expect_eq(reader.state.thread.current, 0);
    reader_command("go a 3");
    reader_keys("Enter");
    cr_expect(str_is(reader.state.thread.name, "Bert Oak"));
}

Test(state_views, a_problem_leads_to_its_line)
{
    problem_add(&reader.library->problems, SEVERITY_WARNING, STR("a.txt"), 5, 1, "odd", "odd");
    problem_add(&reader.library->problems, SEVERITY_ERROR, STR("tags.yaml"), 2, 1, "bad", "bad");
    reader.state.stale = STALE_ALL;
    reader_keys("I Enter");
    cr_expect(reader_in("a.txt"));
    cr_expect(reader_at("Oak said"));
    reader_keys("I j Enter");
    cr_expect_eq(reader.state.view, VIEW_PROBLEMS);
    cr_expect(reader_said("tags.yaml"));
}

Test(state_views, a_filter_is_taken_letter_by_letter)
{
    reader_keys("L &");
    cr_expect_eq(listing_count(&reader.state.listing), 3);
    reader_type("brid");
    cr_expect_eq(listing_count(&reader.state.listing), 2);
    reader_type("ge OPENS");
    cr_expect_eq(listing_count(&reader.state.listing), 1);
    reader_keys("Enter");
    cr_expect_eq(listing_count(&reader.state.listing), 1);
    reader_keys("& Esc");
    cr_expect_eq(listing_count(&reader.state.listing), 3);
    reader_keys("& z z Enter Esc");
    cr_expect_eq(listing_count(&reader.state.listing), 3, "Esc shows all again");
}

Test(state_views, a_filter_that_is_left_leads_back_to_its_row)
{
    reader_keys("L G &");
    reader_type("spring");
    cr_expect_eq(listing_count(&reader.state.listing), 1);
    reader_keys("Esc");
    cr_expect_eq(listing_count(&reader.state.listing), 3);
    cr_expect_eq(reader.state.articles.cursor, 2);
}

Test(state_views, the_concordance_is_filtered_by_the_words_around)
{
    reader_keys("@ o a k Enter R &");
    size_t all = reader.state.place_rows.len;
    reader_type("ribbon");
    cr_expect_lt(reader.state.place_rows.len, all);
    cr_expect_eq(reader.state.place_rows.len, 1);
    reader_keys("Enter Enter");
    cr_expect(reader_at("Bert Oak held"));
}

Test(state_views, articles_are_ordered_and_again_reversed)
{
    static const struct {
        const char *order, *articles;
    } rows[] = {{"title", "cab"}, {"title", "bac"},    {"date", "bac"},
                {"date", "cab"},  {"mentions", "abc"}, {"unread", "cab"}};
    state_set_read(&reader.state, 0, true);
    state_set_read(&reader.state, 1, true);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char order[8] = {0};
        reader_command("list");
        reader_keys("o");
        reader_type(rows[i].order);
        reader_keys("Enter");
        for (size_t j = 0; j < 3; j++)
            order[j] =
                corpus_article(&reader.library->corpus, listing_nth(&reader.state.listing, j))
                    ->path.at[0];
        bool title = !strcmp(rows[i].order, "title");
        cr_expect(title || !strcmp(order, rows[i].articles) || i >= 4, "%s: %s", rows[i].order,
                  order);
        cr_expect(i != 5 || order[0] == 'c', "unread first: %s", order);
        cr_expect(i != 4 || order[0] == 'a', "most mentions first: %s", order);
    }
}

Test(state_views, an_order_that_is_not_named_is_the_same_again)
{
    reader_keys("L o Enter");
    cr_expect(reader.state.reversed);
    reader_keys("o Enter");
    cr_expect_not(reader.state.reversed);
}

Test(state_views, a_theme_that_does_not_exist_is_refused_and_those_that_do_are_named)
{
    static const struct str themes[] = {{"dark", 4}, {"sepia", 5}, {"sun", 3}};
    reader.state.themes = themes;
    reader.state.theme_count = COUNT(themes);
    reader_command("set theme nosuch");
    cr_expect(reader_said("auto, dark, sepia, sun"), "%.*s", STR_ARG(reader_says()));
    cr_expect(str_is(reader.state.options.theme, "auto"));
    reader_command("set theme sun");
    cr_expect(reader_said("theme is sun now"));
    reader_keys(":");
    reader_type("set th");
    reader_keys("Tab");
    cr_expect(str_is(buf_view(&reader.state.prompt.line.text), "set theme "));
    reader_type("d");
    reader_keys("Tab Enter");
    cr_expect(str_is(reader.state.options.theme, "dark"));
}

Test(state_views, the_mouse_goes_where_it_points)
{
    struct rectangle text = reader.state.layout.pane[PANE_TEXT];
    int gutter = reader.state.layout.gutter;
    reader_event((struct event){.kind = EVENT_MOUSE, .x = text.x + gutter + 7, .y = text.y});
    cr_expect(reader_at("will open"));
    reader_event((struct event){
        .kind = EVENT_MOUSE, .mouse = MOUSE_DRAG, .x = text.x + gutter + 10, .y = text.y});
    cr_expect(reader_selected("will"));
    struct rectangle xref = reader.state.layout.pane[PANE_XREF];
    struct event press = {.kind = EVENT_MOUSE, .x = xref.x + 3, .y = xref.y + 2};
    reader_event(press);
    cr_expect_eq(reader.state.focus, PANE_XREF);
    cr_expect_eq(reader.state.cast.cursor, 1);
    reader_event(press);
    cr_expect_eq(reader.state.thread.wish.kind, THREAD_ACTOR, "a second press opens");
    for (int y = -3; y < 30; y++)
        for (int x = -3; x < 90; x += 7)
            for (int kind = MOUSE_PRESS; kind <= MOUSE_WHEEL_DOWN; kind++) {
                reader_event((struct event){
                    .kind = EVENT_MOUSE, .mouse = (enum mouse_kind)kind, .x = x, .y = y});
                expect_sane();
            }
}

Test(state_views, every_command_can_be_run_by_its_name_everywhere)
{
    static const char *const places[] = {"", "v", "L", "R", "C", "A", "I", "?", "Tab", "Tab Tab"};
    static const char *const arguments[] = {"", " x", " title", " a 2", " markdown x.md"};
    for (size_t p = 0; p < COUNT(places); p++)
        for (int i = 0; i < COMMAND_COUNT; i++)
            for (size_t a = 0; a < COUNT(arguments); a++) {
                if (a && command_table[i].argument == ARGUMENT_NONE)
                    break;
                char line[80];
                snprintf(line, sizeof line, "2 %s%s", command_table[i].name, arguments[a]);
                reader_keys(places[p]);
                reader_command(line);
                expect_sane();
                reader_keys("Esc Esc Esc");
                expect_sane();
            }
}

/* A small generator: the same keys at each run. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

Test(state_views, no_sequence_of_keys_breaks_what_always_holds)
{
    static const key keys[] = {KEY_TAB,
                               KEY_RETURN,
                               KEY_ESCAPE,
                               KEY_RUBOUT,
                               KEY_ARROW_UP,
                               KEY_ARROW_DOWN,
                               KEY_ARROW_LEFT,
                               KEY_ARROW_RIGHT,
                               KEY_PAGE_UP,
                               KEY_PAGE_DOWN,
                               KEY_TO_HOME,
                               KEY_TO_END,
                               KEY_BACKTAB,
                               KEY_DELETE,
                               4,
                               21,
                               14,
                               16,
                               15,
                               18,
                               3,
                               0x44f,
                               0x5d0,
                               0x301};
    unsigned seed = 7;
    for (int i = 0; i < 5000; i++) {
        unsigned n = next_random(&seed);
        reader_key(n % 5 ? 32 + next_random(&seed) % 95 : keys[n / 5 % COUNT(keys)]);
        if (n % 97 == 0)
            reader_size(1 + (int)(next_random(&seed) % 210), 1 + (int)(next_random(&seed) % 70));
        if (i % 8 == 0)
            expect_sane();
    }
}
