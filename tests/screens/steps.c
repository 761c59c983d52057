/* SPDX-License-Identifier: ISC */
/* What a script does. */
#include "script.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <string.h>

/* The copy is made when it is known of what. */
void step_in(struct runner *r, struct str rest)
{
    struct error error;
    const char *source = NULL;
    if (str_is(rest, "seeds"))
        source = path_join(r->arena, r->root, "seeds");
    else if (!str_is(rest, "nothing"))
        source = path_join(r->arena, path_join(r->arena, r->root, "tests/dossiers"),
                           arena_chars(r->arena, rest));
    if (!session_begin(&r->session, source, &error))
        script_fail(r, error.text, STR(""));
}

void step_file(struct runner *r, struct str rest)
{
    ptrdiff_t has = str_find(rest, STR(" has "), 0);
    if (has < 0)
        r->file = path_join(r->arena, "dossier", arena_chars(r->arena, rest));
    else
        look_file(r, str_sub(rest, 0, (size_t)has), str_sub(rest, (size_t)has + 5, rest.len));
}

void step_write(struct runner *r, struct str rest)
{
    struct str name;
    struct error error;
    str_split(&rest, ' ', &name);
    const char *path = path_join(r->arena, "dossier", arena_chars(r->arena, name));
    struct str folder = str_sub(str_of(path), 0, strlen(path) - path_base(str_of(path)).len);
    struct buf text = {0};
    for (size_t i = 0; i < rest.len; i++) {
        bool escaped = rest.at[i] == '\\' && i + 1 < rest.len;
        char c = escaped ? rest.at[++i] : rest.at[i];
        buf_char(&text, !escaped ? c : c == 'n' ? '\n' : c == 'e' ? '\033' : c);
    }
    if (!file_make_folder(arena_chars(r->arena, str_sub(folder, 0, folder.len - 1)), 0755,
                          &error) ||
        !file_save(path, buf_view(&text), 0644, &error))
        script_fail(r, error.text, STR(""));
    buf_free(&text);
}

void step_size(struct runner *r, struct str rest)
{
    struct str width;
    long x = 0, y = 0;
    if (!str_split(&rest, 'x', &width) || !str_number(width, &x) || !str_number(rest, &y))
        script_fail(r, "no size: ", rest);
    session_size(&r->session, (int)x, (int)y);
}

static void type(struct runner *r, struct str text)
{
    for (size_t at = 0; at < text.len && !r->session.world.quit;) {
        key k;
        size_t length = 1;
        while (at + length < text.len && (text.at[at + length] & 0xc0) == 0x80)
            length++;
        if (key_parse(str_sub(text, at, at + length), &k) || text.at[at] == ' ')
            session_key(&r->session, text.at[at] == ' ' ? KEY_SPACE : k);
        at += length;
    }
}

void step_type(struct runner *r, struct str rest)
{
    if (script_begin(r))
        type(r, rest);
}

void step_keys(struct runner *r, struct str rest)
{
    struct str name;
    long most;
    if (!script_begin(r))
        return;
    if (str_starts(rest, STR("at most ")) && str_number(str_sub(rest, 8, rest.len), &most)) {
        if (r->keys > most)
            script_fail(r, "more keys than that", STR(""));
        return;
    }
    while (str_split(&rest, ' ', &name) && !r->session.world.quit) {
        key k;
        if (!name.len)
            continue;
        r->keys += key_parse(name, &k) ? 1 : (int)name.len;
        if (key_parse(name, &k))
            session_key(&r->session, k);
        else
            type(r, name);
    }
}

void step_option(struct runner *r, struct str rest)
{
    if (!script_begin(r))
        return;
    session_key(&r->session, ':');
    type(r, STR("set "));
    type(r, rest);
    session_key(&r->session, KEY_RETURN);
}

void step_restart(struct runner *r, struct str rest)
{
    (void)rest;
    session_stop(&r->session);
    r->begun = false;
    script_begin(r);
}

void step_ascii(struct runner *r, struct str rest)
{
    (void)rest;
    r->ascii = true;
}
