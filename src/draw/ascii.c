/* SPDX-License-Identifier: ISC */
/* What a character looks most like in ASCII, for terminals that have nothing else. Letters with
 * marks lose them; each sign that the screen uses has a look-alike that is not used for another. */
#include "dossier/base/memory.h"
#include "dossier/draw/cells.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"

static const struct {
    const char *sign;
    char ascii;
} signs[] = {
    {"─", '-'}, {"│", '|'}, {"┊", ':'}, {"█", '#'}, {"┃", '|'}, {"━", '-'}, {"┌", '+'}, {"┐", '+'},
    {"└", '+'}, {"┘", '+'}, {"├", '+'}, {"┤", '+'}, {"┬", '+'}, {"┴", '+'}, {"┼", '+'}, {"▐", '|'},
    {"▌", '*'}, {"▁", '_'}, {"▂", '.'}, {"▃", '-'}, {"▄", '='}, {"▅", '+'}, {"▆", '*'}, {"▇", '#'},
    {"●", 'o'}, {"★", '*'}, {"•", '*'}, {"·", '.'}, {"✓", 'v'}, {"▸", '>'}, {"▾", 'v'}, {"¶", 'p'},
    {"…", '.'}, {"“", '"'}, {"”", '"'}, {"„", '"'}, {"‟", '"'}, {"«", '['}, {"»", ']'}, {"‹", '['},
    {"›", ']'}, {"×", 'x'}, {"§", 'S'}, {"°", 'o'}, {"€", 'E'}, {"£", 'L'}, {"©", 'c'}, {"®", 'r'},
    {"▓", '%'}, {"▲", '^'}, {"↔", '/'}, {"≤", '<'}, {"≥", '>'}, {"→", '>'}, {"←", '<'}, {"↑", '^'},
    {"↓", 'v'}, {"ß", 's'}, {"æ", 'a'}, {"↳", '`'}, {"◊", '$'}, {"Æ", 'A'}, {"œ", 'o'}, {"Œ", 'O'},
    {"�", '?'},
};

static char letter_ascii(struct str grapheme)
{
    size_t at = 0;
    struct letter letter;
    if (!fold_next(grapheme, &at, &letter) || letter.count == 0 || letter.folded[0] >= 0x7f)
        return '?';
    if (letter.class == LETTER_SPACE)
        return ' ';
    char c = (char)letter.folded[0];
    return (char)(letter.capital && c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

static char grapheme_ascii(struct str grapheme)
{
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (str_starts(grapheme, str_of(signs[i].sign)))
            return signs[i].ascii;
    }
    size_t at = 0;
    uint32_t c = grapheme.len ? utf8_next(grapheme, &at) : ' ';
    if (char_is_dash(c))
        return '-';
    if (char_is_apostrophe(c))
        return '\'';
    return letter_ascii(grapheme);
}

void cells_ascii(struct cells *cells)
{
    size_t count = (size_t)cells->width * (size_t)cells->height;
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = &cells->at[i];
        struct str grapheme = cells_grapheme(cells, cell);
        if (cell->width == 1 && grapheme.len == 1)
            continue;
        char ascii = cell->width == 0 ? ' ' : grapheme_ascii(grapheme);
        *cell = (struct cell){(uint32_t)cells->text.len, 1, 1, cell->styles};
        buf_char(&cells->text, ascii);
    }
}
