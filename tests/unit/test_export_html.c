/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"
#include "exported.h"

#include <stdio.h>
#include <string.h>

#define DEEPEST 32

/* The elements and attributes that a page consists of; those with ! have no end. */
static const char elements[] =
    " !meta !br html head title style body header nav main section footer h1 "
    "h2 p a b ol li div span mark blockquote details summary table thead "
    "tbody tr th td ";
static const char attributes[] =
    " lang charset http-equiv content name dir class id href rel style aria-label open ";

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
        cr_expect(str_starts(value, STR("http://")) || str_starts(value, STR("https://")));
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
        cr_assert((unsigned char)page.at[walk.at] >= ' ' || page.at[walk.at] == '\n');
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
    check_holds(page, "<p>Who would?<br>\nNot I.</p>\n<p>She would.</p>");
    check_holds(page, "<a rel=\"noopener noreferrer nofollow\" "
                      "href=\"https://gazette.example/a?b=1&amp;c=2\">");
    check_holds(page, "<td dir=\"auto\">Ada Berg</td><td>person</td><td class=\"number\">1</td>");
    check_holds(page, "Ferries run. Мост закрыт 🌉 today.</p>");
    cr_expect_eq(str_find(page, STR("@import"), 0), -1);
    cr_expect_eq(str_find(page, STR("url("), 0), -1);
    cr_expect(str_eq(page, exported_as(&exported, "html")));
    library_free(exported.library);
}

Test(html, what_is_no_address_of_the_web_is_no_link)
{
    static const char *const addresses[] = {
        "javascript:alert(1)",          "JaVaScRiPt&#58;alert(1)", "data:text/html,x",
        "file:///etc/passwd",           " https://x.invalid",      "https://x.invalid/a b",
        "https://x\xE2\x80\xAE.invalid"};
    for (size_t i = 0; i < COUNT(addresses); i++) {
        struct exported exported = exported_begin();
        exported.library->corpus.at[0].facts.url = str_of(addresses[i]);
        exported_note(&exported, 0, "Nobody pays", "");
        struct str page = exported_as(&exported, "html");
        check_page(page);
        cr_expect_eq(str_find(page, STR("rel=\"noopener"), 0), -1, "%s", addresses[i]);
        library_free(exported.library);
    }
}

Test(html, an_address_cant_end_its_attribute)
{
    struct exported exported = exported_begin();
    exported.library->corpus.at[0].facts.url = STR("https://x.invalid/\"onclick=\"a'b<c>&d");
    exported_note(&exported, 0, "Nobody pays", "");
    struct str page = exported_as(&exported, "html");
    check_page(page);
    check_holds(page, "href=\"https://x.invalid/&quot;onclick=&quot;a&#39;b&lt;c&gt;&amp;d\">");
    library_free(exported.library);
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
