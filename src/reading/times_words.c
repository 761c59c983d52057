/* SPDX-License-Identifier: ISC */
#include "times_words.h"

#include "dossier/base/memory.h"
#include "dossier/reading/times.h"
#include "dossier/text/fold.h"
#include "word_files.h"

#include <pthread.h>

#define YES_NO "true false yes no on off" /* even is yes */

static struct times_languages languages;
static struct problems problems;
static pthread_once_t once = PTHREAD_ONCE_INIT;

struct str time_key(struct arena *arena, struct str word)
{
    struct buf key = {0};
    fold_key(word, &key);
    struct str copy = arena_str(arena, buf_view(&key));
    buf_free(&key);
    return copy;
}

uint32_t time_word_as(const struct times_language *language, uint32_t word, enum time_class class)
{
    while (word && language->words.at[word].class != class)
        word = language->words.at[word].next;
    return word;
}

static uint32_t *slot_of(const struct times_language *language, struct str key)
{
    size_t at = str_hash(key) & (language->slot_count - 1);
    while (language->slots[at] && !str_eq(language->words.at[language->slots[at]].key, key))
        at = (at + 1) & (language->slot_count - 1);
    return &language->slots[at];
}

uint32_t time_word_find(const struct times_language *language, struct str key)
{
    return language->slot_count ? *slot_of(language, key) : 0;
}

/* Only first meanings are in the table. */
static void grow(struct arena *arena, struct times_language *language)
{
    size_t before = language->slot_count;
    const uint32_t *old = language->slots;
    language->slot_count = before ? before * 2 : 1024;
    language->slots = arena_many(arena, uint32_t, language->slot_count);
    for (size_t i = 0; i < before; i++) {
        if (old[i])
            *slot_of(language, language->words.at[old[i]].key) = old[i];
    }
}

struct time_word *time_word_add(struct arena *arena, struct times_language *language,
                                struct str key, enum time_class class, int value)
{
    if (language->words.len * 2 >= language->slot_count)
        grow(arena, language);
    if (!language->words.len)
        vec_add(arena, &language->words);
    uint32_t *slot = slot_of(language, key), number = (uint32_t)language->words.len, last = *slot;
    for (uint32_t at = last; at; last = at, at = language->words.at[at].next) {
        const struct time_word *word = &language->words.at[at];
        if (word->class == class && word->value == value)
            return &language->words.at[at];
    }
    struct time_word *word = vec_add(arena, &language->words);
    *word = (struct time_word){.key = key, .class = (uint8_t) class, .value = (int16_t)value};
    if (last)
        language->words.at[last].next = number;
    else
        *slot = number;
    return word;
}

/* Gives all texts of NODE the meaning CLASS with VALUE. */
static void add_texts(struct arena *arena, struct times_language *language,
                      const struct yaml_node *node, enum time_class class, int value, bool is_short)
{
    size_t count;
    struct str *texts = schema_texts(arena, node, &count);
    for (size_t i = 0; i < count; i++)
        time_word_add(arena, language, time_key(arena, texts[i]), class, value)->is_short =
            is_short;
}

/* A list of lists: the Nth one's words mean N, from FIRST on. */
static void add_series(struct arena *arena, struct times_language *language,
                       const struct yaml_node *list, enum time_class class, int first,
                       bool is_short)
{
    int value = first;
    for (const struct yaml_node *at = list ? list->first : NULL; at; at = at->next)
        add_texts(arena, language, at, class, value++, is_short);
}

/* A map whose values are words for what its keys are. */
static void add_map(struct arena *arena, struct times_language *language,
                    const struct schema_report *report, const struct yaml_node *map,
                    const char *what, enum time_class class, const struct schema_key *keys,
                    size_t count)
{
    const struct yaml_node *values[4] = {0};
    if (map)
        schema_map(report, map, what, keys, count, values);
    for (size_t i = 0; i < count; i++)
        add_texts(arena, language, values[i], class, (int)i, false);
}

static void mark_doubtful(struct arena *arena, struct times_language *language,
                          const struct yaml_node *node)
{
    size_t count;
    struct str *texts = schema_texts(arena, node, &count);
    for (size_t i = 0; i < count; i++) {
        uint32_t at = time_word_find(language, time_key(arena, texts[i]));
        for (; at; at = language->words.at[at].next)
            language->words.at[at].is_doubtful = true;
    }
}

/* Texts that are looked at as they are, folded. */
#define ADD_PLAIN(list, node)                                    \
    do {                                                         \
        size_t count_;                                           \
        struct str *texts_ = schema_texts(arena, node, &count_); \
        for (size_t i_ = 0; i_ < count_; i_++)                   \
            *vec_add(arena, list) = time_key(arena, texts_[i_]); \
    } while (0)

enum {
    COMMON,
    CAPITALS,
    DAY_FIRST,
    JOINS,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    SHORT_WEEKDAYS,
    SEASONS,
    UNITS,
    NUMBERS,
    ORDINALS,
    PARTS,
    DOUBTFUL,
    LEADS,
    COUNTED,
    NUMBERED,
    FUTURE,
    PAST,
    PAST_ENDINGS,
    WEEKENDS,
    FORMS,
    HOLIDAYS
};

static const struct schema_key keys[] = {
    [COMMON] = {"common", SCHEMA_TEXTS},      [CAPITALS] = {"capitals", SCHEMA_BOOL},
    [DAY_FIRST] = {"day-first", SCHEMA_BOOL}, [JOINS] = {"joins", SCHEMA_TEXTS},
    [MONTHS] = {"months", SCHEMA_LIST},       [SHORT_MONTHS] = {"short-months", SCHEMA_LIST},
    [WEEKDAYS] = {"weekdays", SCHEMA_LIST},   [SHORT_WEEKDAYS] = {"short-weekdays", SCHEMA_LIST},
    [SEASONS] = {"seasons", SCHEMA_LIST},     [UNITS] = {"units", SCHEMA_MAP},
    [NUMBERS] = {"numbers", SCHEMA_LIST},     [ORDINALS] = {"ordinals", SCHEMA_TEXTS},
    [PARTS] = {"parts", SCHEMA_MAP},          [DOUBTFUL] = {"doubtful", SCHEMA_TEXTS},
    [LEADS] = {"leads", SCHEMA_TEXTS},        [COUNTED] = {"counted", SCHEMA_TEXTS},
    [NUMBERED] = {"numbered", SCHEMA_TEXTS},  [FUTURE] = {"future", SCHEMA_TEXTS},
    [PAST] = {"past", SCHEMA_TEXTS},          [PAST_ENDINGS] = {"past-endings", SCHEMA_TEXTS},
    [WEEKENDS] = {"weekends", SCHEMA_TEXTS},  [FORMS] = {"forms", SCHEMA_LIST},
    [HOLIDAYS] = {"holidays", SCHEMA_LIST},
};

static const struct {
    int key;
    enum time_class class;
    int first;
    bool is_short;
} series[] = {
    {MONTHS, CLASS_MONTH, 1, false},     {SHORT_MONTHS, CLASS_MONTH, 1, true},
    {WEEKDAYS, CLASS_WEEKDAY, 0, false}, {SHORT_WEEKDAYS, CLASS_WEEKDAY, 0, true},
    {SEASONS, CLASS_SEASON, 0, false},   {NUMBERS, CLASS_NUMBER, 1, false},
};

static const struct {
    int key;
    enum time_class class;
} sets[] = {
    {COMMON, CLASS_COMMON}, {LEADS, CLASS_LEAD},        {COUNTED, CLASS_COUNTED},
    {FUTURE, CLASS_FUTURE}, {NUMBERED, CLASS_NUMBERED}, {PAST, CLASS_PAST},
    {JOINS, CLASS_JOIN},
};

static const struct schema_key unit_keys[] = {
    {"day", SCHEMA_TEXTS}, {"week", SCHEMA_TEXTS}, {"month", SCHEMA_TEXTS}, {"year", SCHEMA_TEXTS}};
static const struct schema_key part_keys[] = {
    {"early", SCHEMA_TEXTS}, {"middle", SCHEMA_TEXTS}, {"late", SCHEMA_TEXTS}};

static struct times_language *language_called(struct arena *arena, struct str code)
{
    for (size_t i = 0; i < languages.len; i++) {
        if (str_eq(languages.at[i]->code, code))
            return languages.at[i];
    }
    struct times_language *language = arena_one(arena, struct times_language);
    language->code = code;
    *vec_add(arena, &languages) = language;
    return language;
}

static void take(void *context, struct arena *arena, struct str code,
                 const struct schema_report *report, const struct yaml_node *root)
{
    (void)context;
    const struct yaml_node *values[COUNT(keys)];
    struct times_language *language = language_called(arena, code);
    schema_map(report, root, "the words of times", keys, COUNT(keys), values);
    if (values[CAPITALS])
        language->capitals = schema_word(values[CAPITALS], YES_NO) % 2 == 0;
    if (values[DAY_FIRST])
        language->day_first = schema_word(values[DAY_FIRST], YES_NO) % 2 == 0;
    for (size_t i = 0; i < COUNT(series); i++)
        add_series(arena, language, values[series[i].key], series[i].class, series[i].first,
                   series[i].is_short);
    for (size_t i = 0; i < COUNT(sets); i++)
        add_texts(arena, language, values[sets[i].key], sets[i].class, 0, false);
    add_map(arena, language, report, values[UNITS], "units", CLASS_UNIT, unit_keys,
            COUNT(unit_keys));
    add_map(arena, language, report, values[PARTS], "parts", CLASS_PART, part_keys,
            COUNT(part_keys));
    ADD_PLAIN(&language->ordinals, values[ORDINALS]);
    ADD_PLAIN(&language->past_endings, values[PAST_ENDINGS]);
    ADD_PLAIN(&language->weekends, values[WEEKENDS]);
    mark_doubtful(arena, language, values[DOUBTFUL]);
    time_forms_take(arena, language, report, values[FORMS], false);
    time_forms_take(arena, language, report, values[HOLIDAYS], true);
}

/* They live as long as the program. */
static void read_all(void)
{
    struct arena *arena = arena_new();
    problems.arena = arena;
    word_files_read(arena, STR("times"), take, NULL, &problems);
    for (size_t i = 0; i < languages.len; i++)
        time_forms_sort(arena, languages.at[i]);
}

const struct times_languages *times_languages(void)
{
    pthread_once(&once, read_all);
    return &languages;
}

const struct problems *times_problems(void)
{
    times_languages();
    return &problems;
}
