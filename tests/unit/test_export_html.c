/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"
#include "exported.h"

#include <stdio.h>
#include <string.h>

#define DEEPEST 32

/* The elements and attributes that a page consists of; those with ! have no end. */
static const char elements[] =
    " !meta !br html head title style body header nav main section footer h1 "
    "h2 h3 p a b ol li div span mark blockquote details summary table thead tbody tr th td "
    "svg g text !path !circle !rect ";
static const char attributes[] =
    " lang charset http-equiv content name dir class id href style aria-label open title role "
    "viewBox x y d cx cy r width height fill-opacity text-anchor ";

struct walk {
    struct str page;
    size_t at;
    struct str open[DEEPEST];
    size_t depth;
};

static bool is_listed(const char *list, const char *sign, struct str name)
{
    char wanted[64];
    snprintf(wanted, sizeof wanted, " %s%.*s ", sign, STR_ARG(name));
    return strstr(list, wanted);
}

static struct str take_name(struct walk *walk)
{
    size_t start = walk->at;
    while (walk->at < walk->page.len && !strchr(" >=/\"'", walk->page.at[walk->at]))
        walk->at++;
    return str_sub(walk->page, start, walk->at);
}

static void check_id(struct str page, struct str value)
{
    struct buf wanted = {0};
    buf_printf(&wanted, " id=\"%.*s\"", STR_ARG(value));
    ptrdiff_t at = str_find(page, buf_view(&wanted), 0);
    cr_expect_geq(at, 0, "there is no %s", wanted.at);
    cr_expect_eq(str_find(page, buf_view(&wanted), (size_t)at + 1), -1, "%s twice", wanted.at);
    buf_free(&wanted);
}

/* ATTRIBUTE="VALUE", each as it may be. */
static void take_attribute(struct walk *walk)
{
    struct str name = take_name(walk);
    cr_assert(is_listed(attributes, "", name), "attribute %.*s", STR_ARG(name));
    if (walk->page.at[walk->at] != '=')
        return;
    cr_assert_eq(walk->page.at[walk->at + 1], '"');
    ptrdiff_t end = str_find(walk->page, STR("\""), walk->at + 2);
    struct str value = str_sub(walk->page, walk->at + 2, (size_t)end);
    walk->at = (size_t)end + 1;
    cr_expect_eq(str_find(value, STR("<"), 0), -1);
    if (str_is(name, "href") && value.at[0] == '#')
        check_id(walk->page, str_sub(value, 1, value.len));
    else if (str_is(name, "href"))
        cr_expect_fail("a link leads out of the page: %.*s", STR_ARG(value));
    else if (str_is(name, "id"))
        check_id(walk->page, value);
}

static void take_tag(struct walk *walk)
{
    bool ends = walk->page.at[++walk->at] == '/';
    walk->at += ends;
    struct str name = take_name(walk);
    bool empty = is_listed(elements, "!", name);
    cr_assert(empty || is_listed(elements, "", name), "element %.*s", STR_ARG(name));
    while (walk->page.at[walk->at] == ' ') {
        walk->at++;
        take_attribute(walk);
    }
    walk->at += walk->page.at[walk->at] == '/';
    cr_assert_eq(walk->page.at[walk->at++], '>');
    if (ends)
        cr_assert(walk->depth && str_eq(walk->open[--walk->depth], name), "</%.*s>", STR_ARG(name));
    else if (!empty && walk->depth < DEEPEST)
        walk->open[walk->depth++] = name;
    if (!ends && str_is(name, "style"))
        walk->at = (size_t)str_find(walk->page, STR("</style>"), walk->at);
}

/* PAGE is well formed, of the elements and attributes listed, and its links lead somewhere. */
static void check_page(struct str page)
{
    static const char opening[] = "<!DOCTYPE html>\n<!-- " EXPORT_MARK " -->\n";
    cr_assert(str_starts(page, str_of(opening)));
    struct walk walk = {.page = page, .at = strlen(opening)};
    while (walk.at < page.len) {
        cr_assert_neq(page.at[walk.at], '>');
        cr_assert((unsigned char)page.at[walk.at] >= ' ' || strchr("\n\t", page.at[walk.at]));
        if (page.at[walk.at] == '<')
            take_tag(&walk);
        else
            walk.at++;
    }
    cr_expect_eq(walk.depth, 0);
}

static void check_holds(struct str page, const char *words)
{
    cr_expect(str_find(page, str_of(words), 0) >= 0, "missing: %s\n%s", words, page.at);
}

Test(html, passages_that_overlap_are_marked_and_linked_both_ways)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "old bridge is shut", "one");
    exported_note(&exported, 0, "shut, Ada", "two");
    exported_note(&exported, 0, "Ada", "three");
    exported_note(&exported, 0, "Nobody pays,” she said.\n\nThe council", "four");
    struct str page = exported_as(&exported, "html");
    check_page(page);
    check_holds(page,
                "The <span class=\"at\" id=\"m1\"></span><mark>old bridge is </mark>"
                "<span class=\"at\" id=\"m2\"></span><mark>shut</mark>"
                "<a class=\"ref\" href=\"#n1\">1</a><mark>, </mark>"
                "<span class=\"at\" id=\"m3\"></span><mark>Ada</mark>"
                "<a class=\"ref\" href=\"#n2\">2</a><a class=\"ref\" href=\"#n3\">3</a> Berg");
    check_holds(page, "<mark>Nobody pays,” she said.</mark></p>");
    check_holds(page, "<mark>The council</mark><a class=\"ref\" href=\"#n4\">4</a> meets");
    check_holds(page, "<a href=\"#m4\">4 ↩</a>");
    library_free(exported.library);
}

Test(html, the_page_is_whole_in_itself)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Nobody pays", "Who would?\nNot I.\n\nShe would.");
    exported_note(&exported, 1, "", "On all of it.");
    struct str page = exported_as(&exported, "html");
    check_page(page);
    check_holds(page, "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                      "form-action 'none'\"");
    check_holds(page, "prefers-color-scheme: dark");
    check_holds(page, "@media print");
    check_holds(page, "<title>The *old* bridge</title>");
    check_holds(page, "<div class=\"words\" dir=\"auto\">Who would?\nNot I.\n\nShe would.</div>");
    check_holds(page, "<span class=\"url\">https://gazette.example/a?b=1&amp;c=2</span>");
    check_holds(page, "<td dir=\"auto\">Ada Berg</td><td>person</td><td class=\"number\">1</td>");
    check_holds(page, "Ferries run. Мост закрыт 🌉 today.</p>");
    cr_expect_eq(str_find(page, STR("@import"), 0), -1);
    cr_expect_eq(str_find(page, STR("url("), 0), -1);
    cr_expect(str_eq(page, exported_as(&exported, "html")));
    library_free(exported.library);
}

Test(html, replies_stand_in_the_note_that_they_reply_to)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Nobody pays", "It.");
    exported_note(&exported, 0, "old bridge", "To it.")->replies_to = STR("n1");
    exported_note(&exported, 0, "Monday", "To that.")->replies_to = STR("n2");
    exported_note(&exported, 1, "", "To it too.")->replies_to = STR("n1");
    struct str page = exported_as(&exported, "html");
    check_page(page);
    check_holds(page, "<div class=\"note\" id=\"n1\">");
    check_holds(page, "a reply to note 2</p>\n</div>\n</div>\n<div class=\"note\" id=\"n4\">");
    check_holds(page, "a reply to note 1</p>\n</div>\n</div>\n</div>\n");
    check_holds(page, "<span class=\"at\" id=\"m2\"></span><mark>old bridge</mark>");
    check_holds(page, "Note <a href=\"#n4\">4</a> stands under Bridge shut.");
    library_free(exported.library);
}

Test(html, the_list_is_grouped_as_asked_and_the_texts_by_article)
{
    struct exported exported = exported_begin();
    exported_tags(&exported, exported_note(&exported, 0, "Nobody pays", "One."), "b a");
    exported_note(&exported, 1, "Ferries", "Two.");
    struct str page = exported_by(&exported, "html", EXPORT_BY_TAG, false);
    check_page(page);
    check_holds(page, "<h3 dir=\"auto\">#a</h3>\n<ol>\n<li><a href=\"#n1\">1</a>");
    check_holds(page, "<h3 dir=\"auto\">#b</h3>\n<ol>\n<li><a href=\"#n1\">1</a>");
    check_holds(page, "<h3 dir=\"auto\">No tag</h3>\n<ol>\n<li><a href=\"#n2\">2</a>");
    check_holds(page, "<mark>Nobody pays</mark>");
    library_free(exported.library);
}

Test(html, time_and_actors_are_drawn)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Nobody pays", "");
    exported_note(&exported, 0, "Monday", "");
    exported_note(&exported, 1, "Ferries", "");
    struct str page = exported_as(&exported, "html");
    check_page(page);
    check_holds(page, "<g><title>Bridge shut — The Gazette, B. Reed, 1 May 2024</title><circle ");
    check_holds(page, ">one: 1, 2</text></g>");
    check_holds(page, " 1 with no date is not shown.");
    check_holds(page, "text-anchor=\"middle\">May 2024</text>");
    check_holds(page, "text-anchor=\"end\">Ada Berg</text>");
    library_free(exported.library);
}

Test(html, an_address_is_text_whatever_it_is)
{
    static const char *const addresses[] = {"javascript:alert(1)", "JaVaScRiPt&#58;alert(1)",
                                            "https://x.invalid/\"onclick=\"a'b<c>&d",
                                            "https://x\xE2\x80\xAE.invalid"};
    for (size_t i = 0; i < COUNT(addresses); i++) {
        struct exported exported = exported_begin();
        exported_article(exported.library, 0)->facts.url = str_of(addresses[i]);
        exported_note(&exported, 0, "Nobody pays", "");
        check_page(exported_as(&exported, "html"));
        library_free(exported.library);
    }
}

Test(html, the_words_of_a_note_can_be_taken_out_unchanged)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"  two\n\n\tspaces  ", "  two\n\n\tspaces  "},
        {"\r=1", "&#13;=1"},
        {"a\xE2\x80\xAE"
         "b",
         "a<span class=\"hidden\" title=\"U+202E\">&#x202E;</span>b"},
        {"a\x1b[31m", "a&lt;U+001B&gt;[31m"},
        {"a\xC2\x9B", "a&lt;U+009B&gt;"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 1, "", cases[i].text);
        struct buf expected = {0};
        buf_printf(&expected, "<div class=\"words\" dir=\"auto\">%s</div>", cases[i].expected);
        check_holds(exported_as(&exported, "html"), expected.at);
        buf_free(&expected);
        library_free(exported.library);
    }
}

Test(html, a_passage_ends_before_the_next_begins)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, " Berg sai", "one");
    exported_note(&exported, 0, "d. ", "two");
    struct str page = exported_as(&exported, "html");
    check_page(page);
    check_holds(page, "Ada <span class=\"at\" id=\"m1\"></span><mark>Berg sai</mark>"
                      "<a class=\"ref\" href=\"#n1\">1</a>"
                      "<span class=\"at\" id=\"m2\"></span><mark>d.</mark>");
    library_free(exported.library);
}

Test(html, nothing_hostile_becomes_markup)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_taint(&exported, exported_hostile[i]);
        struct str page = exported_as(&exported, "html");
        check_page(page);
        cr_expect_eq(str_find(page, STR("\x1b"), 0), -1);
        cr_expect_eq(str_find(page, STR("\xE2\x80\xAE"), 0), -1);
        library_free(exported.library);
    }
}

Test(html, an_empty_dossier_makes_a_page_too)
{
    struct library *library = small_library("", NULL, 0);
    struct exported exported = {.library = library};
    check_page(exported_as(&exported, "html"));
    library_free(library);
}
