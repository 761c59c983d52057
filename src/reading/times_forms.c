/* SPDX-License-Identifier: ISC */
/* A form is written as its words, "PART? last MONTH, YEAR?": what is in capitals is a class, what a
 * question mark follows may be missing, and where a comma stands one may. Each combination becomes
 * a form of its own. */
#include "dossier/base/memory.h"
#include "dossier/text/words.h"
#include "times_words.h"

#include <string.h>

#define WHENS "past future near"
#define BYS "-3 -2 -1 0 1 2 3"
#define UNITS "day week month year"
#define YES_NO "true false yes no on off"
#define WEEKEND STR("WEEKEND")
#define MOST_PARTS 16

static const struct {
    const char *name;
    enum time_class class;
} classes[] = {
    {"DAY", CLASS_DAY},         {"MONTH", CLASS_MONTH},   {"YEAR", CLASS_YEAR},
    {"WEEKDAY", CLASS_WEEKDAY}, {"SEASON", CLASS_SEASON}, {"UNIT", CLASS_UNIT},
    {"PERIOD", CLASS_PERIOD},   {"NUMBER", CLASS_NUMBER}, {"PART", CLASS_PART},
};

enum { SAY, WHEN, BY, UNIT, SMALL, NOTHING, OF, MONTH, DATE, WEEKDAY };

static const struct schema_key form_keys[] = {
    [SAY] = {"say", SCHEMA_TEXT, true},        [WHEN] = {"when", SCHEMA_WORD, false, WHENS},
    [BY] = {"by", SCHEMA_WORD, false, BYS},    [UNIT] = {"unit", SCHEMA_WORD, false, UNITS},
    [SMALL] = {"small", SCHEMA_BOOL},          [NOTHING] = {"nothing", SCHEMA_BOOL},
    [OF] = {"of", SCHEMA_WORD, false, "text"}, [MONTH] = {"month", SCHEMA_NUMBER},
    [DATE] = {"date", SCHEMA_NUMBER},          [WEEKDAY] = {"weekday", SCHEMA_NUMBER},
};

/* One part of what is said, and whether it may be missing. */
struct part {
    struct str text;
    bool optional, comma;
};

static enum time_class class_named(struct str name)
{
    for (size_t i = 0; i < COUNT(classes); i++) {
        if (str_is(name, classes[i].name))
            return classes[i].class;
    }
    return CLASS_LITERAL;
}

static size_t split(struct str say, struct part *parts)
{
    size_t count = 0;
    bool comma = false;
    struct str word;
    while (count < MOST_PARTS && str_split(&say, ' ', &word)) {
        bool next_comma = str_ends(word, STR(","));
        word.len -= next_comma;
        bool optional = str_ends(word, STR("?"));
        word.len -= optional;
        if (!word.len)
            continue;
        parts[count++] = (struct part){word, optional, comma};
        comma = next_comma || (comma && optional);
    }
    return count;
}

static int literal(struct arena *arena, struct times_language *language, struct str key)
{
    uint32_t at = time_word_as(language, time_word_find(language, key), CLASS_LITERAL);
    if (at)
        return language->words.at[at].value;
    time_word_add(arena, language, key, CLASS_LITERAL, ++language->literals);
    return language->literals;
}

static bool add_step(struct time_form *form, enum time_class class, int value, bool comma)
{
    if (form->count == TIME_FORM_STEPS)
        return false;
    form->steps[form->count++] = (struct time_step){(uint8_t) class, (int16_t)value, comma};
    form->classes |= BIT(class);
    return true;
}

/* The words of TEXT ("aujourd'hui" has two) as steps. */
static bool add_literals(struct arena *arena, struct times_language *language,
                         struct time_form *form, struct str text, bool comma)
{
    struct buf key = {0};
    struct span word;
    bool ok = true;
    for (size_t at = 0; ok && words_next(text, &at, &word, &key); comma = false)
        ok = add_step(form, CLASS_LITERAL,
                      literal(arena, language, arena_str(arena, buf_view(&key))), comma);
    buf_free(&key);
    return ok;
}

/* Adds FORM with those of the parts whose bits are in LEFT_OUT left out. */
static bool add_form(struct arena *arena, struct times_language *language, struct time_form form,
                     const struct part *parts, size_t count, unsigned left_out, struct str weekend)
{
    bool comma = false;
    for (size_t i = 0; i < count; i++) {
        comma |= parts[i].comma;
        if (left_out & 1u << i)
            continue;
        enum time_class class = class_named(parts[i].text);
        bool is_weekend = str_eq(parts[i].text, WEEKEND);
        if (is_weekend)
            form.kind = KIND_WEEKEND;
        if (class != CLASS_LITERAL ? !add_step(&form, class, 0, comma)
                                   : !add_literals(arena, language, &form,
                                                   is_weekend ? weekend : parts[i].text, comma))
            return false;
        comma = false;
    }
    if (form.count)
        *vec_add(arena, &language->forms) = form;
    return true;
}

static bool add_combinations(struct arena *arena, struct times_language *language,
                             struct time_form form, struct str say, struct str weekend)
{
    struct part parts[MOST_PARTS];
    size_t count = split(say, parts);
    unsigned optional = 0;
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        optional |= parts[i].optional ? 1u << i : 0;
    /* all subsets of the optional ones, the empty one first */
    unsigned left_out = 0;
    do {
        ok &= add_form(arena, language, form, parts, count, left_out, weekend);
        left_out = (left_out - optional) & optional;
    } while (left_out);
    return ok;
}

static bool yes(const struct yaml_node *node)
{
    return node && schema_word(node, YES_NO) % 2 == 0;
}

static struct time_form form_of(const struct yaml_node **values, bool holiday)
{
    struct time_form form = {
        .kind = holiday                ? KIND_HOLIDAY
                : yes(values[NOTHING]) ? KIND_NOTHING
                : values[OF]           ? KIND_TEXT
                                       : KIND_COUNTED,
        .when = (enum time_when)(schema_word(values[WHEN], WHENS) + 1),
        .unit = schema_word(values[UNIT], UNITS),
        .by = values[BY] ? schema_word(values[BY], BYS) - 3 : 0,
        .has_by = values[BY] != NULL,
        .small = yes(values[SMALL]),
        .month = (uint8_t)schema_number(values[MONTH], 0),
        .date = (uint8_t)schema_number(values[DATE], 0),
        .weekday = (uint8_t)schema_number(values[WEEKDAY], 0),
    };
    return form;
}

static bool take_form(struct arena *arena, struct times_language *language,
                      const struct time_form *form, struct str say)
{
    if (str_find(say, WEEKEND, 0) < 0)
        return add_combinations(arena, language, *form, say, STR(""));
    bool ok = true;
    for (size_t i = 0; i < language->weekends.len; i++)
        ok &= add_combinations(arena, language, *form, say, language->weekends.at[i]);
    return ok;
}

/* A holiday needs a day that is one. */
static bool is_whole(const struct time_form *form)
{
    return form->kind != KIND_HOLIDAY ||
           (form->month >= 1 && form->month <= 12 && form->date >= 1 && form->date <= 31 &&
            form->weekday <= 7);
}

uint32_t time_form_group(const struct time_step *step)
{
    return step->class == CLASS_LITERAL ? CLASSES + (uint32_t)step->value : step->class;
}

void time_forms_sort(struct arena *arena, struct times_language *language)
{
    size_t groups = CLASSES + (size_t)language->literals + 1;
    language->first = arena_many(arena, uint32_t, groups + 1);
    language->order = arena_many(arena, uint32_t, language->forms.len + 1);
    for (size_t i = 0; i < language->forms.len; i++)
        language->first[time_form_group(&language->forms.at[i].steps[0]) + 1]++;
    for (size_t g = 0; g < groups; g++)
        language->first[g + 1] += language->first[g];
    uint32_t *next = arena_many(arena, uint32_t, groups + 1);
    for (size_t i = 0; i < language->forms.len; i++) {
        uint32_t group = time_form_group(&language->forms.at[i].steps[0]);
        language->order[language->first[group] + next[group]++] = (uint32_t)i;
    }
}

void time_forms_take(struct arena *arena, struct times_language *language,
                     const struct schema_report *report, const struct yaml_node *list,
                     bool holidays)
{
    for (const struct yaml_node *at = list ? list->first : NULL; at; at = at->next) {
        const struct yaml_node *values[COUNT(form_keys)];
        if (!schema_map(report, at, holidays ? "a holiday" : "a form", form_keys, COUNT(form_keys),
                        values))
            continue;
        struct time_form form = form_of(values, holidays);
        if (!is_whole(&form))
            schema_problem(report, at, "missing-key",
                           "a holiday has a month (1 to 12) and a date (1 to 31), and may have a "
                           "weekday (1 to 7)");
        else if (!take_form(arena, language, &form, schema_text(values[SAY])))
            schema_problem(report, values[SAY], "too-long", "a form has %d words at most",
                           TIME_FORM_STEPS);
    }
}
