/* SPDX-License-Identifier: ISC */
#include "dossier/command/key.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

static const struct {
    const char *name;
    key key;
} named[] = {
    {"Space", KEY_SPACE},     {"Tab", KEY_TAB},           {"S-Tab", KEY_BACKTAB},
    {"Enter", KEY_RETURN},    {"Esc", KEY_ESCAPE},        {"Backspace", KEY_RUBOUT},
    {"Delete", KEY_DELETE},   {"Up", KEY_ARROW_UP},       {"Down", KEY_ARROW_DOWN},
    {"Left", KEY_ARROW_LEFT}, {"Right", KEY_ARROW_RIGHT}, {"PgUp", KEY_PAGE_UP},
    {"PgDn", KEY_PAGE_DOWN},  {"Home", KEY_TO_HOME},      {"End", KEY_TO_END},
};

/* What a keyboard types in place of these, key by key; a space where a layout has no letter of its
 * own. */
static const struct {
    const char *here, *there;
} layouts[] = {
    {"qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"},
    {"QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№"},
    {"s]'\\S}\"|oO", "іїєґІЇЄҐўЎ"},
    {"wertyuiopasdfghjklzxcvbnm", "ςερτυθιοπασδφγηξκλζχψωβνμ"},
    {"ERTYUIOPASDFGHJKLZXCVBNM", "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ"},
    {"ertyuiopasdfghjkl;zxcvbnm,.", "קראטוןםפשדגכעיחלךףזסבהנמצתץ"},
    {"qwertyuiop[]asdfghjkl;'zxcvnm,./`", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"},
};

static bool parse_control(struct str s, key *out)
{
    if (s.len != 2 || s.at[0] != '^')
        return false;
    char c = s.at[1];
    if (c == '?')
        return *out = KEY_RUBOUT, true;
    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    if (c <= '@' || c > '_')
        return false;
    *out = (key)(c - '@');
    return true;
}

bool key_parse(struct str s, key *out)
{
    for (size_t i = 0; i < COUNT(named); i++)
        if (str_eq_nocase(s, str_of(named[i].name)))
            return *out = named[i].key, true;
    if (parse_control(s, out))
        return true;
    size_t at = 0;
    if (!s.len || !utf8_valid(s))
        return false;
    *out = utf8_next(s, &at);
    return at == s.len && *out >= KEY_SPACE;
}

void key_name(key k, struct buf *out)
{
    for (size_t i = 0; i < COUNT(named); i++)
        if (named[i].key == k) {
            buf_chars(out, named[i].name);
            return;
        }
    if (k < KEY_SPACE)
        buf_printf(out, "^%c", (char)(k + '@'));
    else
        utf8_put(out, k);
}

key key_at_place(key k)
{
    if (k < 0x80)
        return k;
    for (size_t i = 0; i < COUNT(layouts); i++) {
        struct str there = str_of(layouts[i].there);
        const char *here = layouts[i].here;
        for (size_t at = 0; at < there.len; here++)
            if (utf8_next(there, &at) == k)
                return (key)*here;
    }
    return k;
}
