/* SPDX-License-Identifier: ISC */
#include "where_list.h"

#include "dossier/base/count.h"
#include "rows.h"
#include "say.h"

static size_t on_thread(const struct state *state, uint32_t article)
{
    size_t end, first = thread_in(&state->thread, &state->library->corpus, article, &end);
    return end - first;
}

static void tell_group(const struct telling *telling)
{
    const struct listing *listing = &telling->state->listing;
    const struct list_group *group = listing_group(listing, telling->state->articles.cursor);
    size_t count = listing_group_size(listing, group);
    buf_printf(telling->out, "group %s of %s: %.*s, %s article%s%s",
               COUNT_ARG((size_t)(group - listing->groups.at) + 1), COUNT_ARG(listing->groups.len),
               STR_ARG(listing_group_name(telling->arena, listing, group)), COUNT_ARG(count),
               count == 1 ? "" : "s",
               group->folded ? "; Enter unfolds them" : "; Enter folds them away");
}

void where_list(const struct telling *telling)
{
    const struct state *state = telling->state;
    uint32_t number = rows_article(state);
    char date[DAY_TEXT];
    if (listing_is_heading(&state->listing, state->articles.cursor)) {
        tell_group(telling);
        return;
    }
    if (number == ARTICLE_NONE) {
        buf_chars(telling->out, state_has_work(state)          ? "no article has these words yet"
                                : state->filter[VIEW_LIST].len ? "no article has these words"
                                                               : "there is no article here");
        return;
    }
    const struct article *article = corpus_article(&state->library->corpus, number);
    const struct article_memory *memory = state_memory(state, number);
    day_words(article->facts.date, date);
    buf_printf(telling->out, "article %s of %s: %.*s, %s%s, %s%s",
               COUNT_ARG(listing_index(&state->listing, number) + 1),
               COUNT_ARG(listing_count(&state->listing)), STR_ARG(article->label),
               date[0] ? date : "undated",
               date[0] && article->facts.basis == BASIS_INFERRED ? "~" : "",
               article->problem.len ? "can’t be read"
               : memory->read       ? "read"
                                    : "unread",
               memory->starred ? ", starred" : "");
    if (state->thread.wish.kind)
        buf_printf(telling->out, ", %.*s on the thread",
                   STR_ARG(say_count(telling->arena, on_thread(state, number), "place", "places")));
}

void where_places(const struct telling *telling)
{
    const struct state *state = telling->state;
    size_t place = rows_place(state);
    if (place == state->thread.len) {
        buf_chars(telling->out,
                  state->thread.wish.kind ? "no place is shown" : "no thread is in hand");
        return;
    }
    buf_printf(telling->out,
               "place %s of %s on %.*s: ", COUNT_ARG(thread_standing(&state->thread, place) + 1),
               COUNT_ARG(state->thread.len), STR_ARG(state->thread.name));
    library_place(state->library, state->thread.at[place].article,
                  state->thread.at[place].span.start, telling->out);
    buf_chars(telling->out, state_seen(state, &state->thread.at[place]) ? ", seen" : ", not seen");
}
