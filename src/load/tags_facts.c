/* SPDX-License-Identifier: ISC */
/* The keys of an entry of `articles:`, which are those of a front matter too. A key that stands
 * there with no value says that nobody knows: then nothing is worked out for it. */
#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"

enum {
    KEY_TITLE,
    KEY_SOURCE,
    KEY_AUTHOR,
    KEY_URL,
    KEY_DATE,
    KEY_BASIS,
    KEY_FROM,
    KEY_TO,
    KEY_WHY,
    KEY_BODY,
    KEY_TAGS
};

static const struct schema_key keys[] = {
    [KEY_TITLE] = {"title", SCHEMA_TEXT},
    [KEY_SOURCE] = {"source", SCHEMA_TEXT},
    [KEY_AUTHOR] = {"author", SCHEMA_TEXT},
    [KEY_URL] = {"url", SCHEMA_TEXT},
    [KEY_DATE] = {"date", SCHEMA_DAY},
    [KEY_BASIS] = {"date-basis", SCHEMA_WORD, .allowed = "stated inferred"},
    [KEY_FROM] = {"date-from", SCHEMA_DAY},
    [KEY_TO] = {"date-to", SCHEMA_DAY},
    [KEY_WHY] = {"date-why", SCHEMA_TEXT},
    [KEY_BODY] = {"body", SCHEMA_LIST},
    [KEY_TAGS] = {"tags", SCHEMA_TEXTS},
};

/* One reading of a map. */
struct reading {
    struct arena *arena;
    const struct schema_report *report;
    const struct yaml_node *map;
    const struct yaml_node *values[COUNT(keys)];
    struct facts *facts;
};

/* The key stands there, with a right value or with none. */
static bool is_known(const struct reading *r, size_t key)
{
    const struct yaml_node *node = yaml_get(r->map, keys[key].name);
    return r->values[key] || (node && yaml_is_null(node));
}

static void take_text(struct reading *r, size_t key, enum article_field field, struct str *out)
{
    if (!is_known(r, key))
        return;
    r->facts->known |= field;
    *out = arena_str(r->arena, str_trim(schema_text(r->values[key])));
}

static void check_range(struct reading *r)
{
    struct facts *facts = r->facts;
    char a[DAY_TEXT], b[DAY_TEXT];
    if (facts->from != DAY_NONE && facts->to != DAY_NONE && facts->from > facts->to) {
        day_iso(facts->to, a);
        day_iso(facts->from, b);
        schema_problem(r->report, r->values[KEY_TO], "bad-day",
                       "date-to: %s lies before date-from, %s; that day or a later one is allowed "
                       "here",
                       a, b);
        facts->from = facts->to = DAY_NONE;
    }
    if (facts->date == DAY_NONE || ((facts->from == DAY_NONE || facts->from <= facts->date) &&
                                    (facts->to == DAY_NONE || facts->date <= facts->to)))
        return;
    day_iso(facts->date, a);
    schema_problem(r->report, r->values[KEY_DATE], "bad-day",
                   "date: %s lies outside the range of date-from and date-to, which must hold it",
                   a);
    facts->from = facts->to = DAY_NONE;
}

static void take_date(struct reading *r)
{
    struct facts *facts = r->facts;
    if (!is_known(r, KEY_DATE) && !r->values[KEY_FROM] && !r->values[KEY_TO])
        return;
    facts->known |= ARTICLE_DATE;
    facts->date = schema_day(r->values[KEY_DATE]);
    facts->from = schema_day(r->values[KEY_FROM]);
    facts->to = schema_day(r->values[KEY_TO]);
    check_range(r);
    if (facts->date == DAY_NONE && facts->from == DAY_NONE && facts->to == DAY_NONE)
        return;
    int basis = schema_word(r->values[KEY_BASIS], keys[KEY_BASIS].allowed);
    facts->basis = basis == 1 ? BASIS_INFERRED : BASIS_STATED;
    facts->why = arena_str(r->arena, str_trim(schema_text(r->values[KEY_WHY])));
}

static void take_range(struct reading *r, const struct yaml_node *item, long *last)
{
    static const struct schema_key bounds[] = {
        {"from", SCHEMA_NUMBER, .required = true},
        {"to", SCHEMA_NUMBER, .required = true},
    };
    const struct yaml_node *values[COUNT(bounds)];
    if (!schema_map(r->report, item, "a range of the body", bounds, COUNT(bounds), values))
        return;
    long from = schema_number(values[0], 0), to = schema_number(values[1], 0);
    if (from >= to || to >= UINT32_MAX) {
        schema_problem(r->report, values[1], "bad-range",
                       "to: found %ld; the first byte behind the range is allowed here, more than "
                       "%ld and less than 4294967295",
                       to, from);
    } else if (from < *last) {
        schema_problem(r->report, values[0], "bad-range",
                       "from: found %ld, but the range before it goes to %ld; ranges must stand in "
                       "order and not overlap",
                       from, *last);
    } else {
        *vec_add(r->arena, &r->facts->body) = (struct span){(uint32_t)from, (uint32_t)to};
        *last = to;
    }
}

static void take_body(struct reading *r)
{
    long last = 0;
    const struct yaml_node *list = r->values[KEY_BODY];
    for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next)
        take_range(r, item, &last);
    if (r->facts->body.len)
        r->facts->known |= ARTICLE_BODY;
}

static void take_tags(struct reading *r)
{
    struct facts *facts = r->facts;
    facts->tags = schema_texts(r->arena, r->values[KEY_TAGS], &facts->tag_count);
    for (size_t i = 0; i < facts->tag_count; i++)
        facts->tags[i] = arena_str(r->arena, facts->tags[i]);
}

void tags_read_facts(struct arena *arena, const struct schema_report *report,
                     const struct yaml_node *map, struct facts *facts)
{
    struct reading r = {.arena = arena, .report = report, .map = map, .facts = facts};
    *facts = FACTS_NONE;
    schema_map(report, map, "the entry of an article", keys, COUNT(keys), r.values);
    take_text(&r, KEY_TITLE, ARTICLE_TITLE, &facts->title);
    take_text(&r, KEY_SOURCE, ARTICLE_SOURCE, &facts->source);
    take_text(&r, KEY_AUTHOR, ARTICLE_AUTHOR, &facts->author);
    take_text(&r, KEY_URL, ARTICLE_URL, &facts->url);
    take_date(&r);
    take_body(&r);
    take_tags(&r);
}
