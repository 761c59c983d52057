/* SPDX-License-Identifier: ISC */
/* What a change to who is who is called, and whether it makes sense. */
#include "dossier/model/amendment.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"

#define ID_LONGEST 60

static struct str name_of(const struct tags *tags, struct str id)
{
    uint32_t actor = tags_actor(tags, id);
    return actor == ACTOR_NONE ? id : tags->at[actor].name;
}

static bool has_word(struct str words)
{
    struct buf key = {0};
    struct span word;
    size_t at = 0;
    bool found = words_next(words, &at, &word, &key);
    buf_free(&key);
    return found;
}

/* ACTOR's form of KIND that is written so, or NULL. */
static const struct form *find_form(const struct tags *tags, uint32_t actor, struct str words,
                                    enum form_kind kind)
{
    const struct actor *at = &tags->at[actor];
    for (uint32_t i = 0; i < at->form_count; i++) {
        const struct form *form = &tags->forms.at[at->first_form + i];
        if (form->kind == kind && str_eq(form->text, words))
            return form;
    }
    return NULL;
}

const struct form *amendment_form(const struct amendment *amendment, const struct tags *tags)
{
    uint32_t actor = tags_actor(tags, amendment->actor);
    bool drops = amendment->kind == AMEND_DROP;
    enum form_kind kind = drops ? amendment->form_kind : FORM_NAME;
    if (actor == ACTOR_NONE || (!drops && amendment->kind != AMEND_LIMIT))
        return NULL;
    if (kind != FORM_ROLE)
        return find_form(tags, actor, amendment->words, kind);
    const struct actor *at = &tags->at[actor];
    for (uint32_t i = 0; i < at->form_count; i++) {
        const struct form *form = &tags->forms.at[at->first_form + i];
        const struct role *role = form->kind == FORM_ROLE ? &tags->roles.at[form->role] : NULL;
        if (role && str_eq(form->text, amendment->words) && role->from == amendment->from &&
            role->to == amendment->to)
            return form;
    }
    return NULL;
}

void amendment_choose(struct amendment *amendment, const struct tags *tags, bool dated)
{
    uint32_t number = tags_actor(tags, amendment->actor);
    const struct actor *actor = number == ACTOR_NONE ? NULL : &tags->at[number];
    const struct form *found = NULL;
    for (uint32_t i = 0; actor && i < actor->form_count; i++) {
        const struct form *form = &tags->forms.at[actor->first_form + i];
        const struct role *role = form->kind == FORM_ROLE ? &tags->roles.at[form->role] : NULL;
        bool other = dated && (!role || role->from != amendment->from || role->to != amendment->to);
        if (!other && str_eq(form->text, amendment->words) && (!found || form->kind < found->kind))
            found = form;
    }
    amendment->form_kind = found ? found->kind : FORM_NAME;
    if (found && found->kind == FORM_ROLE) {
        amendment->from = tags->roles.at[found->role].from;
        amendment->to = tags->roles.at[found->role].to;
    }
}

static const char *kind_words(enum form_kind kind)
{
    static const char *const words[] = {
        [FORM_NAME] = "name", [FORM_DEMONYM] = "demonym", [FORM_ROLE] = "role"};
    return words[kind];
}

static bool refuse_doubled(const struct tags *tags, uint32_t actor, struct str words,
                           enum form_kind kind, struct error *error)
{
    return error_set(error, "“%.*s” is a %s of %.*s already", STR_ARG(words), kind_words(kind),
                     STR_ARG(tags->at[actor].name));
}

static bool check_new(const struct amendment *amendment, const struct tags *tags,
                      struct error *error)
{
    uint32_t actor = tags_find(tags, amendment->words, NULL);
    if (tags_actor(tags, amendment->actor) != ACTOR_NONE)
        return error_set(error, "there is an actor with the id %.*s already",
                         STR_ARG(str_sub(amendment->actor, 0, ID_LONGEST)));
    if (actor != ACTOR_NONE && str_eq(tags->at[actor].name, amendment->words))
        return error_set(error, "there is an actor called %.*s already", STR_ARG(amendment->words));
    return true;
}

/* A name is not a demonym as well, for they stand in one list of words. */
static bool check_words(const struct amendment *amendment, const struct tags *tags, uint32_t actor,
                        struct error *error)
{
    for (enum form_kind kind = FORM_NAME; kind <= FORM_DEMONYM; kind++) {
        if (find_form(tags, actor, amendment->words, kind))
            return refuse_doubled(tags, actor, amendment->words, kind, error);
    }
    return true;
}

static bool check_role(const struct amendment *amendment, const struct tags *tags, uint32_t actor,
                       struct error *error)
{
    const struct form *form = find_form(tags, actor, amendment->words, FORM_ROLE);
    const struct role *role = form ? &tags->roles.at[form->role] : NULL;
    if (amendment->from != DAY_NONE && amendment->to != DAY_NONE &&
        amendment->from >= amendment->to)
        return error_set(error,
                         "a role ends after it begins: to is the first day on which it is no "
                         "longer held");
    if (role && role->from == amendment->from && role->to == amendment->to)
        return refuse_doubled(tags, actor, amendment->words, FORM_ROLE, error);
    return true;
}

static bool check_form(const struct amendment *amendment, const struct tags *tags, uint32_t actor,
                       struct error *error)
{
    struct str words = amendment->words, name = tags->at[actor].name;
    bool limits = amendment->kind == AMEND_LIMIT;
    enum form_kind kind = limits ? FORM_NAME : amendment->form_kind;
    const struct form *form = amendment_form(amendment, tags);
    if (!form)
        return error_set(error, "“%.*s” is no %s of %.*s", STR_ARG(str_sub(words, 0, 100)),
                         kind_words(kind), STR_ARG(name));
    if (kind == FORM_NAME && str_eq(words, name))
        return error_set(error, "%.*s is what this actor is called, so %s", STR_ARG(name),
                         limits ? "it counts everywhere" : "it can't be taken away");
    if (limits && form->in_full == amendment->in_full)
        return error_set(error, "“%.*s” counts %s already", STR_ARG(words),
                         form->in_full ? "only where the actor is named in full" : "everywhere");
    return true;
}

static bool check_merge(const struct amendment *amendment, const struct tags *tags, uint32_t actor,
                        struct error *error)
{
    uint32_t into = tags_actor(tags, amendment->into);
    if (into == ACTOR_NONE)
        return error_set(error, "there is no actor %.*s",
                         STR_ARG(str_sub(amendment->into, 0, ID_LONGEST)));
    return into != actor || error_set(error, "%.*s can't be merged into itself; choose another",
                                      STR_ARG(tags->at[actor].name));
}

bool amendment_check(const struct amendment *amendment, const struct tags *tags,
                     struct error *error)
{
    uint32_t actor = tags_actor(tags, amendment->actor);
    if (amendment->kind != AMEND_MERGE && !has_word(amendment->words))
        return error_set(error, "a name with a letter or digit is needed");
    if (amendment->kind == AMEND_NEW)
        return check_new(amendment, tags, error);
    if (actor == ACTOR_NONE)
        return error_set(error, "there is no actor %.*s",
                         STR_ARG(str_sub(amendment->actor, 0, ID_LONGEST)));
    switch (amendment->kind) {
    case AMEND_ROLE:
        return check_role(amendment, tags, actor, error);
    case AMEND_LIMIT:
    case AMEND_DROP:
        return check_form(amendment, tags, actor, error);
    case AMEND_MERGE:
        return check_merge(amendment, tags, actor, error);
    default:
        return check_words(amendment, tags, actor, error);
    }
}

static void put_term(const struct amendment *amendment, struct buf *out)
{
    char from[DAY_TEXT], to[DAY_TEXT];
    day_words(amendment->from, from);
    day_words(amendment->to, to);
    if (from[0])
        buf_printf(out, " from %s", from);
    if (to[0])
        buf_printf(out, " until before %s", to);
}

static void put_article(const char *word, struct buf *out)
{
    bool vowel = word[0] == 'o' || word[0] == 'e';
    buf_printf(out, "%s %s", vowel ? "an" : "a", word);
}

/* How many forms of a role go with its title. */
static size_t count_with(const struct amendment *amendment, const struct tags *tags)
{
    const struct form *form = amendment_form(amendment, tags);
    size_t with = 0;
    if (!form || form->kind != FORM_ROLE ||
        !str_eq(tags->roles.at[form->role].title, amendment->words))
        return 0;
    for (size_t i = 0; i < tags->forms.len; i++) {
        const struct form *other = &tags->forms.at[i];
        with += other != form && other->kind == FORM_ROLE && other->role == form->role;
    }
    return with;
}

static enum form_kind form_kind(const struct amendment *amendment)
{
    static const enum form_kind kinds[] = {
        [AMEND_ALIAS] = FORM_NAME, [AMEND_DEMONYM] = FORM_DEMONYM, [AMEND_ROLE] = FORM_ROLE};
    return amendment->kind == AMEND_DROP ? amendment->form_kind : kinds[amendment->kind];
}

void amendment_title(const struct amendment *amendment, const struct tags *tags, struct buf *out)
{
    struct str name = name_of(tags, amendment->actor), words = amendment->words;
    switch (amendment->kind) {
    case AMEND_NEW:
        buf_printf(out, "%.*s as a new %s", STR_ARG(words), actor_kind_name(amendment->actor_kind));
        break;
    case AMEND_LIMIT:
        buf_printf(out, "“%.*s” %s %.*s%s", STR_ARG(words),
                   amendment->in_full ? "only where" : "everywhere as", STR_ARG(name),
                   amendment->in_full ? " is named in full" : "");
        break;
    case AMEND_MERGE:
        buf_printf(out, "%.*s merged into %.*s", STR_ARG(name),
                   STR_ARG(name_of(tags, amendment->into)));
        break;
    default:
        buf_printf(out, "“%.*s” %s %s of %.*s", STR_ARG(words),
                   amendment->kind == AMEND_DROP ? "no more a" : "as a",
                   kind_words(form_kind(amendment)), STR_ARG(name));
        if (amendment->kind == AMEND_ROLE)
            put_term(amendment, out);
        break;
    }
}

static void words_of_form(const struct amendment *amendment, const struct tags *tags,
                          struct buf *did, struct buf *undid)
{
    struct str name = name_of(tags, amendment->actor);
    bool drops = amendment->kind == AMEND_DROP;
    const char *kind = kind_words(form_kind(amendment));
    struct buf *adds = drops ? undid : did, *takes = drops ? did : undid;
    buf_printf(adds, "“%.*s” is a %s of %.*s", STR_ARG(amendment->words), kind, STR_ARG(name));
    if (amendment->kind == AMEND_ROLE)
        put_term(amendment, adds);
    if (amendment->kind == AMEND_ALIAS && amendment->in_full)
        buf_chars(adds, ", where it is named in full");
    buf_printf(takes, "“%.*s” is no %s of %.*s", STR_ARG(amendment->words), kind, STR_ARG(name));
    size_t with = drops ? count_with(amendment, tags) : 0;
    if (with)
        buf_printf(did, ", nor %s", with == 1 ? "is its other form" : "are its other forms");
}

void amendment_words(const struct amendment *amendment, const struct tags *tags, struct buf *did,
                     struct buf *undid)
{
    struct str name = name_of(tags, amendment->actor), into = name_of(tags, amendment->into);
    struct buf *limited = amendment->in_full ? did : undid,
               *free = amendment->in_full ? undid : did;
    switch (amendment->kind) {
    case AMEND_NEW:
        buf_printf(did, "%.*s is in tags.yaml as ", STR_ARG(amendment->words));
        put_article(actor_kind_name(amendment->actor_kind), did);
        buf_printf(undid, "%.*s is no actor any more", STR_ARG(amendment->words));
        break;
    case AMEND_LIMIT:
        buf_printf(limited, "“%.*s” counts only where %.*s is named in full",
                   STR_ARG(amendment->words), STR_ARG(name));
        buf_printf(free, "“%.*s” counts everywhere as %.*s", STR_ARG(amendment->words),
                   STR_ARG(name));
        break;
    case AMEND_MERGE:
        buf_printf(did, "%.*s is merged into %.*s", STR_ARG(name), STR_ARG(into));
        buf_printf(undid, "%.*s is an actor of its own again", STR_ARG(name));
        break;
    default:
        words_of_form(amendment, tags, did, undid);
        break;
    }
}
