/* SPDX-License-Identifier: ISC */
#include "filter.h"

#include "dossier/text/fold.h"

void filter_begin(struct filter *filter, struct str wish)
{
    *filter = (struct filter){0};
    fold_key(str_trim(wish), &filter->wish);
}

void filter_end(struct filter *filter)
{
    buf_free(&filter->wish);
    buf_free(&filter->row);
}

void filter_row(struct filter *filter)
{
    buf_clear(&filter->row);
    filter->tagged = false;
}

void filter_add(struct filter *filter, struct str s)
{
    if (!filter->wish.len)
        return;
    fold_key(s, &filter->row);
    buf_char(&filter->row, '\n');
}

void filter_tags(struct filter *filter, const struct str *tags, size_t count)
{
    filter->tagged = true;
    filter->tags = tags;
    filter->tag_count = count;
    for (size_t i = 0; i < count; i++)
        filter_add(filter, tags[i]);
}

static bool has_tag(const struct filter *filter, struct str beginning)
{
    struct buf tag = {0};
    bool found = false;
    for (size_t i = 0; i < filter->tag_count && !found; i++) {
        buf_clear(&tag);
        fold_key(filter->tags[i], &tag);
        found = str_starts(buf_view(&tag), beginning);
    }
    buf_free(&tag);
    return found;
}

bool filter_passes(const struct filter *filter)
{
    struct str rest = buf_view(&filter->wish), word;
    while (str_split(&rest, ' ', &word)) {
        if (!word.len)
            continue;
        bool tagged = filter->tagged && word.at[0] == '#';
        if (tagged ? !has_tag(filter, str_sub(word, 1, word.len))
                   : str_find(buf_view(&filter->row), word, 0) < 0)
            return false;
    }
    return true;
}
