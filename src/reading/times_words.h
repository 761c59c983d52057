/* SPDX-License-Identifier: ISC */
/* The words of data/times-*.yaml as tables, and the forms in which a time is said. */
#ifndef READING_TIMES_WORDS_H
#define READING_TIMES_WORDS_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/yaml/schema.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TIME_FORM_STEPS 8

/* What a word, or a step of a form, can be. */
enum time_class {
    CLASS_NONE,
    CLASS_LITERAL,  /* a word that forms name; its value is its number */
    CLASS_MONTH,    /* 1 to 12 */
    CLASS_WEEKDAY,  /* 0 to 6 */
    CLASS_SEASON,   /* 0 spring to 3 winter */
    CLASS_UNIT,     /* enum time_unit */
    CLASS_NUMBER,   /* 1 to 12 by a word; a number in digits is one too */
    CLASS_PART,     /* 0 early, 1 middle, 2 late */
    CLASS_LEAD,     /* stands before a doubtful month */
    CLASS_COUNTED,  /* stands behind a number that is no year */
    CLASS_NUMBERED, /* stands before one */
    CLASS_FUTURE,
    CLASS_PAST,
    CLASS_COMMON,
    CLASS_JOIN, /* "and" between two days of a month */
    /* only in forms */
    CLASS_DAY,    /* 1 to 31 in digits */
    CLASS_YEAR,   /* four digits */
    CLASS_PERIOD, /* a unit, but no day */
    CLASSES
};

enum time_unit { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };

#define BIT(class) (1u << (class))

/* One meaning of a word. */
struct time_word {
    struct str key; /* folded */
    uint8_t class;
    int16_t value;
    bool is_short;    /* "Sept": a full stop may follow, and it never stands alone */
    bool is_doubtful; /* "May": alone only behind a lead */
    uint32_t next;    /* another meaning of the same word; 0: none */
};

struct time_step {
    uint8_t class;
    int16_t value; /* of a literal */
    bool comma;    /* one may stand before it */
};

enum time_when { WHEN_ANY, WHEN_PAST, WHEN_FUTURE, WHEN_NEAR };
enum time_kind { KIND_COUNTED, KIND_WEEKEND, KIND_HOLIDAY, KIND_TEXT, KIND_NOTHING };

/* One way to say a time: "last MONTH DAY". */
struct time_form {
    struct time_step steps[TIME_FORM_STEPS];
    uint8_t count;
    unsigned classes; /* BITs of those in it */
    enum time_kind kind;
    enum time_when when;
    int unit; /* enum time_unit that BY counts; -1: what the words say */
    int by;
    bool has_by, small;  /* small: not where it is written with a capital */
    uint8_t month, date; /* of a holiday: 1 to 12, 1 to 31 */
    uint8_t weekday;     /* 1 to 7: it is the first such day from DATE on; 0: DATE itself */
};

struct times_language {
    struct str code;
    bool capitals;  /* months and weekdays are written so */
    bool day_first; /* 3/4/2025 is in April; else nobody knows */
    struct {
        struct time_word *at; /* the first is none */
        size_t len, cap;
    } words;
    struct {
        struct time_form *at;
        size_t len, cap;
    } forms;
    struct {
        struct str *at;
        size_t len, cap;
    } ordinals, past_endings, weekends;
    uint32_t *slots; /* the hash table of words, by key */
    size_t slot_count;
    int literals;
    /* The forms by what they begin with: those of class c are order[first[c]] to order[first[c +
     * 1]], but literals, which have a range each behind the classes. */
    uint32_t *order, *first;
};

struct times_languages {
    struct times_language **at;
    size_t len, cap;
};

/* All languages, read at the first call. */
const struct times_languages *times_languages(void);
/* The first meaning of the word whose folded key is KEY; 0: none. */
uint32_t time_word_find(const struct times_language *language, struct str key);
/* The meaning of CLASS among those from WORD on; 0: none. */
uint32_t time_word_as(const struct times_language *language, uint32_t word, enum time_class class);
/* Adds KEY (folded, in ARENA) with a meaning, once. */
struct time_word *time_word_add(struct arena *arena, struct times_language *language,
                                struct str key, enum time_class class, int value);
/* The folded key of WORD in ARENA. */
struct str time_key(struct arena *arena, struct str word);

/* The group of forms that begin with STEP. */
uint32_t time_form_group(const struct time_step *step);
/* Sorts the forms by their first steps, when all are taken. */
void time_forms_sort(struct arena *arena, struct times_language *language);
/* Takes the forms in LIST, and the holidays where HOLIDAYS. */
void time_forms_take(struct arena *arena, struct times_language *language,
                     const struct schema_report *report, const struct yaml_node *list,
                     bool holidays);

#endif
