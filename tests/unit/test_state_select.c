/* SPDX-License-Identifier: ISC */
/* A selection grows and shrinks by character, word, sentence and paragraph. */
#include "reader.h"

TestSuite(select, .init = reader_begin_small, .fini = reader_end);

static void begin(void)
{
    reader_command("go a 2");
    reader_keys("w w v");
    cr_assert(reader_selected("over"));
}

Test(select, by_words_whole_words_are_selected)
{
    begin();
    reader_keys("w");
    cr_expect(reader_selected("over the"));
    reader_keys("w w w");
    cr_expect(reader_selected("over the river is open"));
    reader_keys("b");
    cr_expect(reader_selected("over the river is"));
    reader_keys("3 b");
    cr_expect(reader_selected("over"));
    reader_keys("b");
    cr_expect(reader_selected("over"), "never less than nothing");
    cr_expect(reader_said("o is the other end"));
}

Test(select, by_characters)
{
    begin();
    reader_keys("l l");
    cr_expect(reader_selected("over t"));
    reader_keys("h h h");
    cr_expect(reader_selected("ove"));
}

Test(select, by_sentences_and_paragraphs)
{
    begin();
    reader_keys(")");
    cr_expect(reader_selected("over the river is open."));
    reader_keys(")");
    cr_expect(
        reader_selected("over the river is open. Ada Vale cut the ribbon, and Bert Oak held it."));
    reader_keys(")");
    cr_expect(reader_selected("over the river is open. Ada Vale cut the ribbon, and Bert Oak held "
                              "it.\n\nOak said little."));
    reader_keys("( (");
    cr_expect(reader_selected("over the river is open."));
    reader_keys("}");
    cr_expect(
        reader_selected("over the river is open. Ada Vale cut the ribbon, and Bert Oak held it."));
}

Test(select, the_other_end_moves_too)
{
    begin();
    reader_keys("o b");
    cr_expect(reader_selected("bridge over"));
    reader_keys("(");
    cr_expect(reader_selected("The bridge over"));
    reader_keys("w");
    cr_expect(reader_selected("bridge over"));
    reader_keys("{");
    cr_expect(reader_selected("The bridge over"));
}

Test(select, v_grows_from_what_was_selected_by_hand_and_V_shrinks_it)
{
    begin();
    reader_keys("w v");
    cr_expect(reader_selected("The bridge over the river is open."));
    reader_keys("v");
    cr_expect(reader_selected(
        "The bridge over the river is open. Ada Vale cut the ribbon, and Bert Oak held it."));
    reader_keys("V V");
    cr_expect(reader_selected("over"));
    reader_keys("V");
    cr_expect_not(reader.state.selecting);
}
