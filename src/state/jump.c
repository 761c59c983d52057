/* SPDX-License-Identifier: ISC */
/* Rows stand in the order of some field, the groups' where they are grouped; so the first that
 * begins with what was typed is found by halving, and only the rows met are looked at. Dates are
 * compared as they are typed, year first. */
#include "jump.h"

#include "dossier/base/memory.h"
#include "dossier/text/fold.h"
#include "orders.h"
#include "rows.h"
#include "say.h"
#include "timeline_move.h"

enum field { FIELD_NONE, FIELD_DATE, FIELD_MONTH, FIELD_TITLE, FIELD_SOURCE, FIELD_PATH };

static const struct {
    const char *name, *hint;
} fields[] = {
    [FIELD_NONE] = {"", ""},
    [FIELD_DATE] = {"date",
                    "a date or its beginning, as 2025-04; Enter stays there, Esc goes back"},
    [FIELD_MONTH] = {"month", "a year or month, as 2025-04; Enter stays there, Esc goes back"},
    [FIELD_TITLE] = {"headline",
                     "the first letters of a headline; Enter stays there, Esc goes back"},
    [FIELD_SOURCE] = {"source", "the first letters of a source; Enter stays there, Esc goes back"},
    [FIELD_PATH] = {"path", "the beginning of a path; Enter stays there, Esc goes back"},
};

static enum field field_of(const struct state *state)
{
    static const enum field of_order[ORDER_COUNT] = {[ORDER_DATE] = FIELD_DATE,
                                                     [ORDER_TITLE] = FIELD_TITLE,
                                                     [ORDER_SOURCE] = FIELD_SOURCE,
                                                     [ORDER_PATH] = FIELD_PATH};
    enum list_order order = orders_named(state->options.order);
    if (rows_view(state) == VIEW_PLACES)
        return state->thread.order ? FIELD_NONE : FIELD_DATE;
    if (rows_view(state) == VIEW_TIMELINE)
        return FIELD_DATE;
    if (rows_view(state) != VIEW_LIST)
        return FIELD_NONE;
    if (state->listing.grouping == GROUPING_SOURCE)
        return FIELD_SOURCE;
    if (state->listing.grouping == GROUPING_MONTH && order != ORDER_DATE)
        return FIELD_MONTH;
    return of_order[order];
}

bool jump_can(struct state *state)
{
    enum view view = rows_view(state);
    bool can = field_of(state) != FIELD_NONE;
    if (view != VIEW_LIST && view != VIEW_PLACES && view != VIEW_TIMELINE)
        say_wrong(state, "jump goes through articles, places or time: L, R or T shows them");
    else if (!can && view == VIEW_PLACES)
        say_wrong(state, "places by rank can’t be jumped to; ordered by date they can");
    else if (!can)
        say_wrong(state,
                  "articles by %.*s can’t be jumped to: o orders them by date, title, source "
                  "or path",
                  STR_ARG(state->options.order));
    return can;
}

const char *jump_hint(const struct state *state)
{
    return fields[field_of(state)].hint;
}

const char *jump_field(const struct state *state)
{
    return fields[field_of(state)].name;
}

/* What ARTICLE has in FIELD, as it is compared; false where it has nothing and so stands last. */
static bool value_of(const struct corpus *corpus, enum field field, uint32_t article,
                     struct buf *out)
{
    char date[DAY_TEXT];
    buf_clear(out);
    if (field == FIELD_TITLE) {
        fold_key(corpus_title(corpus, article), out);
        return true;
    }
    if (field == FIELD_PATH) {
        buf_str(out, corpus_path(corpus, article));
        return true;
    }
    if (field == FIELD_SOURCE) {
        fold_key(corpus_source(corpus, article), out);
        return out->len > 0;
    }
    day_iso(corpus_day(corpus, article), date);
    buf_chars(out, date);
    if (field == FIELD_MONTH && out->len)
        buf_splice(out, out->len - 3, out->len, STR(""));
    return out->len > 0;
}

struct jumping {
    const struct state *state;
    enum field field;
    bool places;     /* rows are places of the thread, else articles */
    struct str want; /* as it is compared */
    struct buf have;
};

/* The article at INDEX compared with what is wanted: 0 where it begins so. */
static int compare(struct jumping *jumping, size_t index)
{
    const struct state *state = jumping->state;
    uint32_t article = jumping->places ? state->thread.at[state_place(state, index)].article
                                       : listing_nth(&state->listing, index);
    if (!value_of(&state->library->corpus, jumping->field, article, &jumping->have))
        return 1;
    return str_cmp(str_sub(buf_view(&jumping->have), 0, jumping->want.len), jumping->want);
}

/* The first that does not stand before what is wanted. */
static size_t seek(struct jumping *jumping, size_t count, bool reversed)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(jumping, middle);
        if (reversed ? order > 0 : order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The first day that begins as WORDS do: 2025, 2025-04, 2025-04-18, or less of them. */
static bool first_day(struct str words, day *out)
{
    char iso[] = "0001-01-01";
    if (words.len < 4 || words.len >= sizeof iso)
        return false;
    for (size_t i = 0; i < words.len; i++)
        iso[i] = words.at[i];
    if (words.len == 6 && iso[5] != '0')
        iso[6] = '0';
    if (words.len == 9 && iso[8] != '0')
        iso[9] = '0';
    return day_parse(str_of(iso), out);
}

bool jump_to(struct state *state, struct str words)
{
    day on;
    if (rows_view(state) == VIEW_TIMELINE) {
        bool good = first_day(words, &on);
        if (good)
            timeline_go(state, on);
        return good;
    }
    struct jumping jumping = {
        .state = state, .field = field_of(state), .places = rows_view(state) == VIEW_PLACES};
    struct buf folded = {0};
    rows_finish(state);
    fold_key(words, &folded);
    bool letters = jumping.field == FIELD_TITLE || jumping.field == FIELD_SOURCE;
    jumping.want = letters ? buf_view(&folded) : words;
    if (jumping.field == FIELD_MONTH)
        jumping.want = str_sub(words, 0, sizeof "2025-04" - 1);
    size_t count = jumping.places ? state->place_rows.len : listing_count(&state->listing);
    size_t found = seek(&jumping, count, !jumping.places && state->listing.reversed);
    bool begins = found < count && compare(&jumping, found) == 0;
    size_t row = found < count ? found : count - 1;
    int height;
    struct list *list = state_list(state, &height);
    if (count)
        list_bring(list, jumping.places ? row : listing_row(&state->listing, row), height);
    buf_free(&folded);
    buf_free(&jumping.have);
    return begins;
}
