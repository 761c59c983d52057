/* SPDX-License-Identifier: ISC */
/* Plain text and Markdown, with or without front matter. Markdown is shown as it is written, so
 * that every byte offset is one of the file. */
#include "plain.h"

#include "front_matter.h"

static bool read_plain(struct arena *arena, struct str source, struct article *article,
                       struct facts *stated, struct problems *problems)
{
    if (!encoding_decode(arena, source, &article->file)) {
        article->file = (struct decoded){.stored_size = (uint32_t)source.len};
        article->problem = STR("is binary, not text");
        return false;
    }
    article->text = article->file.text;
    article->front = front_matter_read(arena, article->text, article->path, stated, problems);
    return true;
}

const struct format format_plain = {
    .name = "plain",
    .endings = ".txt .text .md",
    .read = read_plain,
};
