/* SPDX-License-Identifier: ISC */
#include "proved.h"

Test(proof, what_stands_word_for_word_is_not_listed)
{
    expect_codes("“The old bridge will stay shut until spring, and nobody knows who pays”", "");
    expect_codes("She said “it heard nothing”.", "");
}

Test(proof, quotations_are_counted_and_short_ones_are_told)
{
    struct proved proved = proved_begin();
    proved_check(&proved, "draft.md",
                 "“nobody knows who pays for it” “nobody knows who paid for it” “too short”");
    cr_expect_eq(proved.proof.checked, 2);
    cr_expect_eq(proved.proof.standing, 1);
    cr_expect_eq(proved.proof.brief, 1);
    proved_end(&proved);
}

Test(proof, it_does_not_matter_how_marks_and_spaces_are_typed)
{
    expect_codes("\"We can't wait any   longer\nthan that.\"", "");
    expect_codes("“It heard nine speakers – most of them angry – and then it voted.”", "");
    expect_codes("“It heard nine speakers--most of them angry--and then it voted.”", "");
    expect_codes("“We can\xCA\xBCt wait any\xC2\xA0longer th\xC2\xAD"
                 "an\xE2\x80\x8B that”",
                 "");
}

Test(proof, composed_and_decomposed_letters_are_equal_and_their_marks_count)
{
    expect_codes("“A cafe\xCC\x81 on the quay is all that is left.”", "");
    expect_codes("“A cafe on the quay is all that is left.”", "altered-word");
    expect_codes("“on the quay there is a cafe” “is all that is lèft”", "not-found altered-word");
    expect_codes("> looked at twice,” Dorn said. A cafe\n", "altered-word");
    expect_codes("> looked at twice,” Dorn said. A cafe\xCC\x81\n", "");
}

Test(proof, letters_marks_digits_and_case_count)
{
    expect_codes("“nobody knows who payed for it”", "altered-word");
    expect_codes("“nobody knows, who pays for it”", "altered-mark");
    expect_codes("“The council met on 4 May.”", "altered-number");
    expect_codes("“nobody Knows who pays for it”", "altered-word");
}

Test(proof, the_difference_is_shown_by_words_with_the_place)
{
    expect_message("“The old bridge will stay open until spring”",
                   "not as in 001 ¶2: The old bridge will stay [-shut-]{+open+} until spring");
}

Test(proof, a_quotation_begins_and_ends_at_word_bounds)
{
    expect_codes("“odody knows who pays for it”", "altered-word");
    expect_codes("“will stay shut until sprin”", "altered-word");
    expect_codes("“She asked for 600”", "altered-word");
    expect_codes("“longer than that.” “it asked for 600,000 crowns”", "altered-word");
}

Test(proof, what_is_cut_out_of_a_word_must_not_turn_its_meaning)
{
    expect_codes("> public aid. The council met on 3 May.\n", "altered-word");
    expect_codes("> the mayor. “We can\n", "altered-word");
    expect_codes("“owned ships are not meant”", "~part-of-word");
}

Test(proof, a_stop_or_comma_that_the_article_lacks_is_a_final_mark)
{
    expect_codes("“The old bridge will stay shut.”", "final-mark");
    expect_codes("“nobody knows who pays,” she said.", "final-mark");
    expect_codes("“Every pier was looked at twice.”", "final-mark");
    expect_message("“nobody knows who pays,” she said.", "is not in 001 ¶2");
    expect_codes("“We should have closed it”", "");
}

Test(proof, what_is_left_out_with_a_sign_may_lack)
{
    expect_codes("“The old bridge […] and nobody knows who pays”", "");
    expect_codes("“The old bridge [...] and nobody knows who pays”", "");
    expect_codes("“The old bridge (…) and nobody knows who pays”", "");
    expect_codes("“The old bridge … and nobody knows who pays”", "");
    expect_codes("“The old bridge ... and nobody knows who pays”", "");
    expect_codes("“… and nobody knows who pays …”", "");
    expect_codes("“I never said that it was safe. […] We should have closed it,”", "");
}

Test(proof, parts_stand_in_order_each_word_for_word)
{
    expect_codes("“nobody knows who pays […] The old bridge will”", "parts-apart");
    expect_codes("“The old bridge […] and nobody knew who pays”", "altered-word");
    expect_codes("“will stay shut […] until spring, and nobody”", "parts-apart");
    expect_codes("“The old bridge […] crosses the river four times”", "parts-apart");
}

Test(proof, words_that_are_left_out_without_a_sign_are_a_lost_ellipsis)
{
    expect_codes("“The old bridge will stay shut, and nobody knows who pays”", "lost-ellipsis");
    expect_codes("“I never said that it was safe. We should have closed it”", "lost-ellipsis");
    expect_message("“I never said that it was safe. We should have closed it”",
                   "“I said that it was old.” is left out after “safe.” without […]");
}

Test(proof, a_letter_in_brackets_stands_for_its_other_case)
{
    expect_codes("“[N]obody knows who pays for it”", "");
    expect_codes("“[t]he old bridge will stay shut”", "");
    expect_codes("“[E]obody knows who pays for it”", "altered-word");
    expect_codes("“Nobody knows who pays for it”", "altered-word");
    expect_message("“Nobody knows who pays for it”", "write “[N]obody …”: 001 ¶2 has");
}

Test(proof, words_in_brackets_stand_for_others_and_nothing_else_may_differ)
{
    expect_codes("“[Berg] asked for 600,000 crowns”", "");
    expect_codes("“nobody [in town] knows who pays for it”", "");
    expect_codes("“nobody [will know] who pays for it”", "");
    expect_codes("“nobody [will know] who paid for it”", "altered-word");
    expect_codes("“The old bridge [sic] will stay shut”", "");
    expect_codes("“The old [sic] will stay shut”", "parts-apart");
    expect_codes("“nobody know[s] who pay[ed] for it”", "");
}

Test(proof, a_quotation_that_opens_each_paragraph_anew_is_one)
{
    expect_codes("“A café on the quay is all that is left. Nobody comes.\n\n"
                 "“The ferry was better than the bridge ever was.”",
                 "");
    expect_codes("“Nobody comes.\n\n“The ferry was worse than the bridge ever was.”",
                 "altered-word");
}

Test(proof, a_mark_that_is_never_closed_is_listed_and_its_sentence_checked)
{
    expect_codes("“Nobody knows who cares. So it goes, says “nobody knows who pays for it”.",
                 "~unclosed-quotation altered-word");
    expect_codes("We heard: “We can’t wait any longer than that.", "~unclosed-quotation");
    expect_codes("Every pier was looked at twice” is what he says.", "~unopened-quotation");
}

Test(proof, an_article_that_is_named_must_hold_the_words)
{
    expect_codes("“nobody knows who pays for it” (001 ¶2)", "");
    expect_codes("“nobody knows who pays for it” (001)", "");
    expect_codes("“nobody knows who pays for it” (002_ferry.txt)", "wrong-article");
    expect_codes("As [reported](https://gazette.example/bridge), “The ferry crosses the river”",
                 "wrong-article");
    expect_codes("In The Old Bridge Is Shut we read: “The ferry crosses the river”",
                 "wrong-article");
    expect_codes("“The ferry crosses the river”[^1]\n\n[^1]: File 001_bridge.txt", "wrong-article");
    expect_codes("“nobody knows who pays for it” (001 ¶3)", "~wrong-paragraph");
    expect_message("“nobody knows who pays for it” (002_ferry.txt)",
                   "stands in 001 ¶2, not in 002, which is named here");
}

Test(proof, a_speaker_who_is_named_must_be_the_articles)
{
    expect_codes("“nobody knows who pays for it”, Berg said.", "");
    expect_codes("“nobody knows who pays for it”, said Carl Dorn.", "wrong-speaker");
    expect_codes("Dorn says that “nobody knows who pays for it”.", "wrong-speaker");
    expect_codes("According to Carl Dorn “nobody knows who pays for it”.", "wrong-speaker");
    expect_codes("Carl Dorn: “nobody knows who pays for it”.", "wrong-speaker");
    expect_codes("Berg: “I never said that it was safe.”", "wrong-speaker");
    expect_codes("“We can’t wait any longer than that.” Dorn said.", "wrong-speaker");
    expect_message("“nobody knows who pays for it”, said Carl Dorn.",
                   "given to Carl Dorn here, but to Ada Berg in 001 ¶2");
}

Test(proof, a_speaker_who_is_not_clear_is_not_compared)
{
    expect_codes("“nobody knows who pays for it”, he said.", "");
    expect_codes("“nobody knows who pays for it”, a friend of Dorn said.", "");
    expect_codes("“nobody knows who pays for it”, Dorn’s wife said.", "");
    expect_codes("Dorn was told: “The ferry crosses the river four times”.", "");
    expect_codes("“The ferry was better than the bridge ever was”, Dorn said.", "");
}

Test(proof, a_date_that_is_said_of_the_quotation_must_fit_the_article)
{
    expect_codes("“nobody knows who pays for it”, Berg said on 3 May 2025.", "");
    expect_codes("“nobody knows who pays for it”, Berg said on May 4.", "");
    expect_codes("“nobody knows who pays for it”, Berg said on 3 May 2024.", "wrong-date");
    expect_codes("“nobody knows who pays for it” (Gazette, 2025-05-05)", "wrong-date");
    expect_codes("“nobody knows who pays for it” (Gazette, May 2025)", "");
    expect_codes("On 1 June 2031 they met. “[N]obody knows who pays for it”, Berg said.", "");
}

Test(proof, words_outside_the_body_stand_but_it_is_said)
{
    expect_codes("“Buy the new and better umbrella today”", "~outside-body");
}

Test(proof, a_block_is_one_quotation_and_its_last_line_names_the_source)
{
    expect_codes("> The ferry crosses the river four times a day now.\n", "");
    expect_codes("> The ferry crosses the lake four times a day now.\n", "altered-word");
    expect_codes("> nobody knows who pays for it\n>\n> — Carl Dorn, 001 ¶2\n", "wrong-speaker");
    expect_codes("> nobody knows who pays for it\n> -- Ada Berg, 002\n", "wrong-article");
    expect_codes("> nobody knows who pays for it\n> — Berg, 4 May 2023\n", "wrong-date");
    expect_codes("## 002 ¶1\n\n> nobody knows who pays for it\n", "wrong-article");
}

Test(proof, a_draft_that_lies_in_the_dossier_never_vouches_for_itself)
{
    static const char draft[] = "“This was never said by anyone at all.”";
    const struct small_article articles[] = {
        {"a.txt", NULL, "Nothing of that.", 0, 0},
        {"draft.md", NULL, draft, 0, 0},
        {"copy/of-it.txt", NULL, draft, 0, 0},
        {"export.txt", NULL, "x [dossier: not an article] This was never said by anyone at all.", 0,
         0},
    };
    struct proved proved = {.arena = arena_new(),
                            .library = small_library("", articles, COUNT(articles))};
    cr_expect_str_eq(proved_codes(&proved, "draft.md", draft), "not-found");
    cr_expect_str_eq(proved_codes(&proved, "draft.md", "“This was never said by anyone at all!”"),
                     "altered-mark");
    proved_end(&proved);
}

Test(proof, places_are_those_of_the_words_in_the_drafts_file)
{
    struct proved proved = proved_begin();
    proved_check(&proved, "draft.md", "# Head\n\nHe *said*:\n**“nobody knew who pays for it”**\n");
    cr_assert_eq(proved.proof.problems.len, 1);
    cr_expect_eq(proved.proof.problems.at[0].line, 4);
    cr_expect_eq(proved.proof.problems.at[0].column, 6);
    cr_expect(str_is(proved.proof.problems.at[0].file, "draft.md"));
    proved_end(&proved);
}

Test(proof, a_dossier_without_articles_proves_nothing)
{
    struct proved proved = {.arena = arena_new(), .library = small_library("", NULL, 0)};
    cr_expect_str_eq(proved_codes(&proved, "draft.md", "“nobody knows who pays for it”"),
                     "not-found");
    proved_end(&proved);
}

Test(proof, binary_files_are_no_drafts)
{
    struct proved proved = proved_begin();
    struct error error = {0};
    cr_expect_not(proof_check(proved.arena, proved.library, (struct str){"a\0b\0\1\2\3", 7},
                              STR("x.md"), &proved.proof, &error));
    cr_expect_str_eq(error.text, "x.md: is binary, not text");
    proved_end(&proved);
}

Test(proof, of_copies_the_first_by_path_is_named_whichever_was_read_first)
{
    static const struct small_article copies[] = {
        {"c.txt", NULL, "The quay was empty when the last boat came in.\n", 0, 0},
        {"a.txt", NULL, "The quay was empty when the last boat came in.\n", 0, 0},
        {"b.txt", NULL, "The quay was empty when the last boat came in.\n", 0, 0},
    };
    struct library *library = small_library("", copies, COUNT(copies));
    struct arena *arena = arena_new();
    struct proof proof;
    struct error error;
    cr_assert(proof_check(arena, library, STR("“The quay was crowded when the last boat came in.”"),
                          STR("draft.md"), &proof, &error));
    cr_assert_eq(proof.problems.len, 1);
    cr_expect(str_starts(proof.problems.at[0].message, STR("not as in a")), "%.*s",
              STR_ARG(proof.problems.at[0].message));
    arena_free(arena);
    library_free(library);
}
