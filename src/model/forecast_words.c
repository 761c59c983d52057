/* SPDX-License-Identifier: ISC */
/* A forecast as a sentence. */
#include "dossier/model/amendment.h"

static void put_count(struct buf *out, size_t count, const char *one)
{
    buf_printf(out, "%zu %s%s", count, one, count == 1 ? "" : "s");
}

/* "Marco Rubio and 2 others" */
static void put_whose(const struct clash *clash, const struct tags *tags, struct buf *out)
{
    if (clash->actor == ACTOR_NONE)
        buf_chars(out, "nobody known");
    else
        buf_str(out, tags->at[clash->actor].name);
    if (clash->actors > 1)
        buf_printf(out, " and %zu other%s", clash->actors - 1, clash->actors == 2 ? "" : "s");
}

void forecast_words(const struct forecast *forecast, const struct tags *tags, struct buf *out)
{
    size_t more = forecast->more, fewer = forecast->fewer;
    size_t change = more > fewer ? more - fewer : fewer - more;
    if (!forecast->places) {
        buf_chars(out, "stands nowhere in this dossier");
    } else if (change) {
        buf_printf(out, "%s%s", forecast->rough ? "about " : "", more > fewer ? "+" : "−");
        put_count(out, change, "mention");
        buf_chars(out, " in ");
        put_count(out, forecast->articles, "article");
    } else {
        buf_chars(out, "no mention more or less");
    }
    if (forecast->same.places) {
        bool one = forecast->same.places == 1;
        buf_printf(out, ", %zu collide%s with ", forecast->same.places, one ? "s" : "");
        put_whose(&forecast->same, tags, out);
    }
    if (forecast->inside.places) {
        bool one = forecast->inside.places == 1;
        buf_printf(out, ", %zu lie%s within or across ", forecast->inside.places, one ? "s" : "");
        put_whose(&forecast->inside, tags, out);
    }
    if (forecast->taken.places) {
        buf_printf(out, ", %zu of ", forecast->taken.places);
        put_whose(&forecast->taken, tags, out);
        buf_printf(out, " become%s a part of it", forecast->taken.places == 1 ? "s" : "");
    }
}
