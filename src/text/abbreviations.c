/* SPDX-License-Identifier: ISC */
#include "abbreviations.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

static const char *const before_names[] = {
    "Adm",    "Amb",  "Brig", "Capt", "Cmdr", "Col", "Cpl",  "Del",  "Det", "Dr",   "Fr",  "Ft",
    "Gen",    "Gov",  "Govs", "Hon",  "Insp", "Lt",  "Maj",  "Mlle", "Mme", "Mr",   "Mrs", "Ms",
    "Messrs", "Mt",   "Mx",   "Pres", "Prof", "Rep", "Reps", "Rev",  "Sen", "Sens", "Sgt", "St",
    "Ste",    "Supt", "cf",   "e.g",  "i.e",  "v",   "vs",   "им",   "ул",
};

static const char *const before_numbers[] = {
    "Apr", "Art", "Aug", "Ch",  "Dec", "Feb",  "Fig", "Jan", "Jul", "Jun", "Mar", "No",  "Nos",
    "Nov", "Nr",  "Oct", "Sec", "Sep", "Sept", "Vol", "no",  "nos", "p",   "pp",  "vol",
};

static const char *const anywhere[] = {
    "Ave",  "Bros",   "Co",  "Corp", "Dept", "Fri",  "Inc",   "Jr",  "Ltd",  "Mon",
    "Ph.D", "Rd",     "Sat", "Sr",   "Sun",  "Thu",  "Thurs", "Tue", "Tues", "Wed",
    "al",   "approx", "est", "etc",  "млн",  "млрд", "руб",   "тыс",
};

static const char *const beginnings[] = {
    "A",    "After",   "Also",  "An",    "And",   "As",   "At",        "Before",  "But",
    "By",   "Earlier", "For",   "From",  "He",    "Her",  "His",       "However", "I",
    "If",   "In",      "It",    "Its",   "Last",  "Many", "Meanwhile", "Most",    "Now",
    "On",   "Or",      "Our",   "She",   "Since", "So",   "Some",      "Still",   "That",
    "The",  "Their",   "Then",  "There", "These", "They", "This",      "Those",   "We",
    "What", "When",    "While", "Who",   "With",  "You",
};

static bool is_among(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(word, words[i]))
            return true;
    }
    return false;
}

/* Single letters with stops between: U.S, a.m, J. */
static bool is_letters(struct str token)
{
    bool letter = false;
    for (size_t at = 0; at < token.len;) {
        uint32_t c = utf8_next(token, &at);
        if (char_is_mark(c))
            continue;
        if (letter ? c != '.' : !char_is_word(c) || char_is_digit(c))
            return false;
        letter = !letter;
    }
    return letter;
}

enum abbreviation abbreviation_of(struct str token)
{
    if (is_among(token, before_names, COUNT(before_names)))
        return ABBREVIATION_BEFORE_NAME;
    if (is_among(token, before_numbers, COUNT(before_numbers)))
        return ABBREVIATION_BEFORE_NUMBER;
    if (is_letters(token) || is_among(token, anywhere, COUNT(anywhere)))
        return ABBREVIATION_ANYWHERE;
    return ABBREVIATION_NONE;
}

bool abbreviation_begins_sentence(struct str word)
{
    return is_among(word, beginnings, COUNT(beginnings));
}
