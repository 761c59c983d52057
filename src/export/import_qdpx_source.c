/* SPDX-License-Identifier: ISC */
/* Which article a source is, and the notes on it. */
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "import_qdpx.h"

struct source {
    const struct xml *element; /* what has the text: the source, or its representation as text */
    struct str name;
    struct qdpx_text text;
    bool has_text;
    uint32_t article;     /* or ARTICLE_NONE */
    struct qdpx_text its; /* the article's text */
    bool same;            /* its text is the article's, but for line ends */
};

static void index_texts(struct qdpx_import *qdpx)
{
    const struct corpus *corpus = &qdpx->import.library->corpus;
    qdpx->articles_indexed = true;
    for (size_t i = 0; i < corpus->len; i++) {
        struct qdpx_text text;
        uint32_t number = corpus->by_path[i];
        qdpx_text_make(qdpx->import.arena, corpus_article(corpus, number)->text, &text);
        lookup_add(qdpx->import.arena, &qdpx->articles, text.text, number);
    }
}

/* The line of a description that begins with PREFIX, without it. */
static struct str line_of(const struct xml *description, struct str prefix)
{
    struct str rest = description ? description->text : STR(""), line;
    while (str_split(&rest, '\n', &line)) {
        if (str_starts(line, prefix))
            return str_trim(str_sub(line, prefix.len, line.len));
    }
    return STR("");
}

/* The only article whose file is called NAME, its ending left out where NAME has none. */
static uint32_t named(const struct corpus *corpus, struct str name)
{
    uint32_t found = ARTICLE_NONE;
    for (size_t i = 0; i < corpus->len; i++) {
        struct str base = path_base(corpus_path(corpus, corpus->by_path[i])), stem = base;
        while (stem.len && stem.at[stem.len - 1] != '.')
            stem.len--;
        if (stem.len)
            stem.len--;
        if (!name.len || !(str_eq(base, name) || str_eq(stem, name)))
            continue;
        if (found != ARTICLE_NONE)
            return ARTICLE_NONE;
        found = corpus->by_path[i];
    }
    return found;
}

/* By its text, else by path, address, file name or title. */
static void find_article(struct qdpx_import *qdpx, const struct xml *element, struct source *source)
{
    const struct xml *description = xml_child(element, "Description");
    struct str url = line_of(description, STR("URL: "));
    const struct import_source known = {.path = line_of(description, STR(QDPX_PATH)),
                                        .url = str_ends(url, STR("~")) ? STR("") : url,
                                        .title = source->name};
    if (!qdpx->articles_indexed)
        index_texts(qdpx);
    const struct corpus *corpus = &qdpx->import.library->corpus;
    uint32_t told = import_article(&qdpx->import, &known);
    uint32_t same = source->has_text && source->text.text.len
                        ? lookup_find(&qdpx->articles, source->text.text)
                        : LOOKUP_NONE;
    source->article = same != LOOKUP_NONE ? same : told;
    if (source->article == ARTICLE_NONE)
        source->article = corpus_at_path(corpus, source->name);
    if (source->article == ARTICLE_NONE)
        source->article = named(corpus, source->name);
    source->same = same != LOOKUP_NONE;
    if (source->same)
        qdpx_text_make(qdpx->import.arena, corpus_article(corpus, same)->text, &source->its);
}

/* A name begins as the words do: then the positions were counted as we count them. */
static bool name_fits(struct str words, struct str name)
{
    struct str a = str_trim(words), b = str_trim(name);
    size_t most = 0;
    for (int i = 0; i < 12 && most < b.len; i++)
        utf8_next(b, &most);
    return b.len && str_starts(a, str_sub(b, 0, most));
}

/* The selected words' place in the source's text. Its positions count code points of the text as it
 * is in the archive; programs that read CRLF as one character, or count UTF-16 units, are seen by
 * the name that they give a selection: its words. */
static bool selected(const struct source *source, const struct xml *selection, struct span *out)
{
    long start, end;
    struct str name = xml_attribute(selection, "name"), text = source->text.from;
    struct span spans[3];
    bool fits[3] = {0};
    if (!str_number(xml_attribute(selection, "startPosition"), &start) ||
        !str_number(xml_attribute(selection, "endPosition"), &end) || start >= end)
        return false;
    fits[0] = import_code_point(text, start, &spans[0].start) &&
              import_code_point(text, end, &spans[0].end);
    fits[1] = qdpx_offset(&source->text, start, &spans[1].start) &&
              qdpx_offset(&source->text, end, &spans[1].end);
    fits[2] = import_utf16(text, start, &spans[2].start) && import_utf16(text, end, &spans[2].end);
    for (size_t i = 0; i < COUNT(spans); i++) {
        if (fits[i] && spans[i].start < spans[i].end && name_fits(span_of(text, spans[i]), name)) {
            *out = spans[i];
            return true;
        }
    }
    *out = spans[0];
    return fits[0] && spans[0].start < spans[0].end;
}

static struct str context(struct str text, size_t at, bool before)
{
    size_t end = at;
    for (int i = 0; i < NOTE_CONTEXT && (before ? end > 0 : end < text.len); i++) {
        if (before)
            utf8_before(text, &end);
        else
            utf8_next(text, &end);
    }
    return before ? str_sub(text, end, at) : str_sub(text, at, end);
}

/* Puts NOTE on SPAN of the source's text: at the same place of the article with the same text, else
 * where the words stand once. */
static void place(struct qdpx_import *qdpx, const struct source *source, struct span span,
                  struct note *note)
{
    struct import *import = &qdpx->import;
    struct span there;
    note->quote = span_of(source->text.from, span);
    note->before = context(source->text.from, span.start, true);
    note->after = context(source->text.from, span.end, false);
    note->has_passage = true;
    if (source->article == ARTICLE_NONE) {
        note->article = source->name;
        return;
    }
    if (!source->same) {
        import_find(import, note, source->article);
        return;
    }
    qdpx_offset(&source->its, qdpx_position(&source->text, span.start), &there.start);
    qdpx_offset(&source->its, qdpx_position(&source->text, span.end), &there.end);
    import_anchor(import, note, source->article, there);
}

/* The codes of ELEMENT. Those of actors whom our export only found in the passage are found there
 * again, and say nothing of the note. */
static void take_codings(struct qdpx_import *qdpx, const struct xml *element, struct note *note)
{
    for (const struct xml *coding = xml_child(element, "Coding"); coding;
         coding = xml_sibling(coding, "Coding")) {
        struct str target = xml_attribute(xml_child(coding, "CodeRef"), "targetGUID");
        uint32_t place = lookup_find(&qdpx->code_ids, qdpx_guid_of(qdpx, target));
        qdpx_take_memos(qdpx, coding, note);
        if (place == LOOKUP_NONE)
            continue;
        const struct qdpx_code *code = &qdpx->codes.at[place];
        char mention[QDPX_GUID];
        qdpx_guid(QDPX_MENTION,
                  qdpx_pair(qdpx->import.arena, note->id,
                            arena_printf(qdpx->import.arena, "%d:%.*s", (int)QDPX_CODE_ACTOR,
                                         STR_ARG(code->actor))),
                  mention);
        if (code->actor.len && str_is(qdpx_guid_of(qdpx, xml_attribute(coding, "guid")), mention))
            continue;
        if (code->actor.len && (!note->about.len || str_eq(note->about, code->actor)))
            note->about = code->actor;
        else
            import_tag(&qdpx->import, note, code->name);
        qdpx_take_made(qdpx, coding, note);
    }
}

static void keep(struct qdpx_import *qdpx, const struct xml *element, struct note *note)
{
    struct buf xml = {0};
    xml_put(&xml, element);
    import_keep(&qdpx->import, note, buf_view(&xml));
    buf_free(&xml);
}

static void take_selection(struct qdpx_import *qdpx, const struct source *source,
                           const struct xml *selection)
{
    struct str guid = qdpx_guid_of(qdpx, xml_attribute(selection, "guid"));
    struct span span;
    if (lookup_find(&qdpx->own, guid) != LOOKUP_NONE)
        return;
    struct note *note = import_add(&qdpx->import);
    note->id = qdpx_id_of(qdpx, guid);
    qdpx_take_made(qdpx, selection, note);
    if (str_is(selection->name, "PlainTextSelection") && source->has_text &&
        selected(source, selection, &span)) {
        place(qdpx, source, span, note);
    } else {
        keep(qdpx, selection, note);
        note->article = source->article == ARTICLE_NONE
                            ? source->name
                            : corpus_article(&qdpx->import.library->corpus, source->article)->path;
        import_warn(&qdpx->import, selection->line, "not-imported",
                    "this selection is in no text that can be read; it is kept with a note on all "
                    "of “%.*s”",
                    STR_ARG(str_sub(source->name, 0, 100)));
    }
    qdpx_take_memos(qdpx, selection, note);
    take_codings(qdpx, selection, note);
    const struct xml *description = xml_child(selection, "Description");
    import_text(&qdpx->import, note, description ? description->text : STR(""));
}

/* A note on all of the source. */
static struct note *add_whole(struct qdpx_import *qdpx, const struct source *source,
                              struct str guid)
{
    struct note *note = import_add(&qdpx->import);
    note->id = qdpx_id_of(qdpx, guid);
    if (source->article != ARTICLE_NONE)
        import_anchor(&qdpx->import, note, source->article, (struct span){0});
    else
        note->article = source->name;
    return note;
}

/* The source's own codes; those of notes that came whole left out. */
static bool is_coded(struct qdpx_import *qdpx, const struct xml *element)
{
    for (const struct xml *coding = xml_child(element, "Coding"); coding;
         coding = xml_sibling(coding, "Coding")) {
        if (lookup_find(&qdpx->own, qdpx_guid_of(qdpx, xml_attribute(coding, "guid"))) ==
            LOOKUP_NONE)
            return true;
    }
    return false;
}

/* What is said of the source as a whole: a note for each memo; one for the codes too, where they
 * are not the only memo's. */
static void take_whole(struct qdpx_import *qdpx, const struct source *source,
                       const struct xml *element)
{
    size_t memos = 0;
    struct note *note = NULL;
    for (const struct xml *ref = xml_child(element, "NoteRef"); ref;
         ref = xml_sibling(ref, "NoteRef")) {
        struct str guid = qdpx_guid_of(qdpx, xml_attribute(ref, "targetGUID"));
        if (lookup_find(&qdpx->own, guid) != LOOKUP_NONE)
            continue;
        note = add_whole(qdpx, source, guid);
        qdpx_take_memo(qdpx, guid, note);
        memos++;
    }
    if (!is_coded(qdpx, element))
        return;
    if (memos != 1)
        note = add_whole(qdpx, source, qdpx_guid_of(qdpx, xml_attribute(element, "guid")));
    take_codings(qdpx, element, note);
}

static bool ends_selection(struct str name)
{
    return str_ends(name, STR("Selection"));
}

void qdpx_take_source(struct qdpx_import *qdpx, const struct xml *element)
{
    static const char *const texts[] = {"Representation", "TextDescription"};
    struct source source = {.name = xml_attribute(element, "name"), .element = element};
    struct str text = {0};
    if (element->is_instruction)
        return;
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (xml_child(element, texts[i]))
            source.element = xml_child(element, texts[i]);
    }
    if (!source.name.len)
        source.name = xml_attribute(element, "guid");
    source.has_text = qdpx_text_of(qdpx, source.element, &text);
    qdpx_text_make(qdpx->import.arena, text, &source.text);
    find_article(qdpx, element, &source);
    if (source.article == ARTICLE_NONE)
        import_warn(&qdpx->import, element->line, "no-such-article",
                    "the source “%.*s” is no article of this dossier",
                    STR_ARG(str_sub(source.name, 0, 200)));
    take_whole(qdpx, &source, element);
    for (const struct xml *e = element->first; e; e = e->next) {
        if (ends_selection(e->name))
            take_selection(qdpx, &source, e);
    }
    for (const struct xml *e = source.element == element ? NULL : source.element->first; e;
         e = e->next) {
        if (ends_selection(e->name))
            take_selection(qdpx, &source, e);
    }
}
