/* SPDX-License-Identifier: ISC */
/* A choice of notes from words: a sign or a name with a colon says what a term is about, and what
 * has neither is looked for in the note. */
#include "choose_states.h"
#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/notes/choose.h"
#include "dossier/text/fold.h"

#define SHOWN 80 /* bytes of a term in an error */

/* A line of words being read. */
struct reading {
    struct choose *choose;
    struct str words;
    size_t at;
    bool lenient, turned;
};

/* A piece of the line: what it is about, what it says, and whether in quotation marks. */
struct piece {
    enum choose_kind kind;
    struct str text;
    bool quoted;
};

static const struct {
    const char *sign;
    enum choose_kind kind;
} signs[] = {
    {"#", CHOOSE_TAG},        {"@", CHOOSE_ACTOR},     {"tag:", CHOOSE_TAG},
    {"actor:", CHOOSE_ACTOR}, {"in:", CHOOSE_ARTICLE}, {"article:", CHOOSE_ARTICLE},
    {"by:", CHOOSE_WRITER},   {"is:", CHOOSE_STATE},   {"since:", CHOOSE_SINCE},
};

static struct str fold_words(struct arena *arena, struct str words)
{
    struct buf key = {0};
    fold_key(words, &key);
    struct str folded = arena_str(arena, buf_view(&key));
    buf_free(&key);
    return folded;
}

static bool take_tag(struct choose *choose, struct str value, struct choose_term *term,
                     struct error *error)
{
    if (str_starts(value, STR("#")))
        value = str_sub(value, 1, value.len);
    term->text = tags_now(&choose->library->tags, arena_str(choose->arena, value));
    return value.len || error_set(error, "the tag is missing behind #");
}

static bool take_actor(struct choose *choose, struct str value, struct choose_term *term,
                       struct error *error)
{
    term->number = tags_find(&choose->library->tags, value, error);
    return term->number != ACTOR_NONE;
}

static bool take_article(struct choose *choose, struct str value, struct choose_term *term,
                         struct error *error)
{
    term->number = corpus_find(&choose->library->corpus, value, error);
    return term->number != ARTICLE_NONE;
}

static bool take_writer(struct choose *choose, struct str value, struct choose_term *term,
                        struct error *error)
{
    term->text = arena_str(choose->arena, value);
    return value.len || error_set(error, "the writer's name is missing behind by:");
}

static bool take_state(struct choose *choose, struct str value, struct choose_term *term,
                       struct error *error)
{
    (void)choose;
    return choose_state(value, &term->number) ||
           error_set(error, "no note is “%.*s”; allowed are " CHOOSE_STATES,
                     STR_ARG(str_sub(value, 0, SHOWN)));
}

static bool take_since(struct choose *choose, struct str value, struct choose_term *term,
                       struct error *error)
{
    (void)choose;
    day from;
    if (!day_parse(value, &from))
        return error_set(error, "“%.*s” is no day; allowed is a day like 2025-11-01",
                         STR_ARG(str_sub(value, 0, SHOWN)));
    term->moment = (int64_t)from * 86400;
    return true;
}

static bool take_words(struct choose *choose, struct str value, struct choose_term *term,
                       struct error *error)
{
    (void)error;
    term->text = fold_words(choose->arena, value);
    return true;
}

static bool (*const takes[])(struct choose *choose, struct str value, struct choose_term *term,
                             struct error *error) = {
    [CHOOSE_WORDS] = take_words,     [CHOOSE_TAG] = take_tag,       [CHOOSE_ACTOR] = take_actor,
    [CHOOSE_ARTICLE] = take_article, [CHOOSE_WRITER] = take_writer, [CHOOSE_STATE] = take_state,
    [CHOOSE_SINCE] = take_since,
};

static void end_alternative(struct choose *choose)
{
    *vec_add(choose->arena, &choose->ends) = choose->terms.len;
}

bool choose_add(struct choose *choose, enum choose_kind kind, struct str value, struct error *error)
{
    struct choose_term term = {.kind = kind};
    if (!takes[kind](choose, value, &term, error))
        return false;
    *vec_add(choose->arena, &choose->besides) = term;
    return true;
}

/* What stands between quotation marks at AT, or up to the next space. */
static struct str next_value(struct reading *r, bool *quoted)
{
    *quoted = r->at < r->words.len && r->words.at[r->at] == '"';
    size_t start = r->at += *quoted;
    while (r->at < r->words.len && r->words.at[r->at] != (*quoted ? '"' : ' '))
        r->at++;
    struct str value = str_sub(r->words, start, r->at);
    r->at += *quoted && r->at < r->words.len;
    return value;
}

static bool next_piece(struct reading *r, struct piece *out)
{
    while (r->at < r->words.len && r->words.at[r->at] == ' ')
        r->at++;
    if (r->at >= r->words.len)
        return false;
    *out = (struct piece){.kind = CHOOSE_WORDS};
    struct str rest = str_sub(r->words, r->at, r->words.len);
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (!str_starts(rest, str_of(signs[i].sign)))
            continue;
        out->kind = signs[i].kind;
        r->at += str_of(signs[i].sign).len;
        break;
    }
    out->text = next_value(r, &out->quoted);
    return true;
}

/* While a line is typed its last term is seldom whole: a tag is taken by its beginning, anything
 * else that names nothing yet as words. */
static bool take_piece(struct reading *r, const struct piece *piece, struct error *error)
{
    struct choose *choose = r->choose;
    struct choose_term term = {.kind = piece->kind, .turned = r->turned};
    bool last = r->at >= r->words.len;
    if (r->lenient && last && !piece->text.len)
        return true;
    if (!takes[piece->kind](choose, piece->text, &term, error)) {
        if (!r->lenient)
            return false;
        term = (struct choose_term){.turned = r->turned};
        take_words(choose, piece->text, &term, error);
    }
    if (term.kind == CHOOSE_TAG)
        term.number = r->lenient && last && !piece->quoted;
    *vec_add(choose->arena, &choose->terms) = term;
    r->turned = false;
    return true;
}

/* The word of a state stands for it behind `not`, and as the only term of an alternative. */
static bool is_bare_state(const struct reading *r, const struct piece *piece, size_t first)
{
    uint32_t state;
    if (piece->kind != CHOOSE_WORDS || piece->quoted || !choose_state(piece->text, &state))
        return false;
    struct str rest = str_trim(str_sub(r->words, r->at, r->words.len));
    bool alone = r->choose->terms.len == first &&
                 (!rest.len || str_eq_nocase(str_sub(rest, 0, 3), STR("or ")));
    return r->turned || alone;
}

bool choose_read(struct arena *arena, const struct library *library, struct str words, bool lenient,
                 struct choose *out, struct error *error)
{
    struct reading r = {.choose = out, .words = words, .lenient = lenient};
    struct piece piece;
    size_t first = 0;
    *out = (struct choose){.arena = arena, .library = library};
    while (next_piece(&r, &piece)) {
        bool plain = piece.kind == CHOOSE_WORDS && !piece.quoted;
        if (plain && str_eq_nocase(piece.text, STR("not"))) {
            r.turned = !r.turned;
        } else if (plain && str_eq_nocase(piece.text, STR("or"))) {
            if (out->terms.len > first)
                end_alternative(out);
            first = out->terms.len;
        } else {
            if (is_bare_state(&r, &piece, first))
                piece.kind = CHOOSE_STATE;
            if (!take_piece(&r, &piece, error))
                return false;
        }
    }
    if (out->terms.len > first)
        end_alternative(out);
    return true;
}
