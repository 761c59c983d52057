/* SPDX-License-Identifier: ISC */
/* What the parts of the reading of quotations share. */
#ifndef READING_QUOTES_PARTS_H
#define READING_QUOTES_PARTS_H

#include "dossier/reading/quotes.h"
#include "dossier/reading/times.h"
#include "dossier/text/words.h"
#include "marks.h"
#include "tokens.h"

#define CUE (LEXICON(SAY) | LEXICON(STATE))
#define PRONOUN (LEXICON(HE) | LEXICON(SHE) | LEXICON(THEY) | LEXICON(SELF))
#define SPEAKING_NOUN (LEXICON(PERSON) | LEXICON(PEOPLE) | LEXICON(DOCUMENT))

/* Words that name somebody: tokens FROM to TO, HEAD the one that says what it is (the name in
 * "President Anna Lind of Norland", the noun in "Lind's office"). */
struct subject {
    size_t from, to, head; /* FROM is TO: there is none */
    bool negated;          /* did not, declined to */
    bool intended;         /* would, to: not said, or not yet */
    bool shared;           /* "and added": the subject is that of the verb before */
    bool inserted;         /* words stand between subject and verb */
    bool hangs;            /* on a preposition, and so may be the place and not the speaker */
};

/* The same out of its paragraph. */
struct speaker {
    struct span span, head;
    uint64_t is; /* the lists of the head; all that stand in the words where it is a noun */
    bool capital, plural;
};

/* Who says it, and by which words the text tells. */
struct attribution {
    struct speaker speaker;
    struct span cue;
    enum quotes_how how;
    double trust;  /* the confidence of HOW, and of all that it goes back to */
    size_t cue_at; /* the token; SIZE_MAX: none of this paragraph */
};

/* The outlet whose report the article retells. */
struct chain {
    struct span via; /* its name, where the report is first told of; empty: there is none */
    uint32_t actor;
    bool broken;       /* another outlet or report was spoken of */
    struct str cited;  /* the noun for whom it cites: "officials"; or empty */
    size_t paragraphs; /* of the body, so far */
};

/* One article while it is read. */
struct reader {
    struct arena *arena, *scratch; /* of what is found; of the piece in hand */
    const struct quotes_source *source;
    const struct article *article;
    const struct lexicon *lexicon;
    struct times_reader times;
    struct str text;
    struct quotations *out;
    uint32_t mentions_end; /* behind the last mention of the article */

    /* ---- the paragraph in hand, or a piece of one ---- */
    bool headline;
    size_t number; /* from 1 */
    size_t first;  /* in OUT: its first quotation */
    struct marked_list marks;
    struct tokens tokens;
    size_t *token_of;                   /* for each of MARKS: its token */
    uint32_t *found_of;                 /* and which of OUT it is */
    struct attribution *attribution_of; /* and who says it */
    bool *used;                         /* for each token: a cue that a quotation has taken */

    /* ---- what goes before ---- */
    struct marks_state marks_state;
    struct attribution colon;   /* of a sentence that ended the paragraph before with a colon */
    struct attribution last;    /* of the last quotation with a speaker */
    struct attribution subject; /* of the last sentence of the paragraph before */
    bool has_colon, has_last, has_subject;
    size_t last_paragraph;              /* of LAST */
    uint32_t last_actor, subject_actor; /* of LAST and SUBJECT */
    struct chain chain;
};

/* ---- words, names, subjects: tokens of one paragraph; a search goes no further than LOW or HIGH
 * and looks at a bounded number of tokens ---- */

/* Token I is a verb of LISTS here, and no noun or name that looks like one. */
bool token_is_verb(const struct tokens *t, size_t i, uint64_t lists);
/* It may be a part of a name. */
bool token_is_name(const struct tokens *t, size_t i);
/* The name that ends before END, or begins at FROM. */
bool name_before(const struct tokens *t, size_t low, size_t end, struct subject *out);
bool name_after(const struct tokens *t, size_t from, size_t high, struct subject *out);
/* The first token of the sentence of token I, and its TOKEN_STOP; of a very long one, far off. */
size_t sentence_begin(const struct tokens *t, size_t i);
size_t sentence_end(const struct tokens *t, size_t i);
/* A form of "be" stands before VERB. */
bool verb_is_passive(const struct tokens *t, size_t low, size_t verb);
/* The subject before VERB; where there is none, OUT still says whether the verb is negated,
 * intended, or shares one. */
bool subject_before(const struct tokens *t, size_t verb, size_t low, struct subject *out);
/* The pronoun or name at AT. */
bool subject_after(const struct tokens *t, size_t at, size_t high, struct subject *out);
/* The same behind VERB, over what the language lets stand between. */
bool subject_behind(const struct tokens *t, size_t verb, size_t high, struct subject *out);
/* Of VERB, on the side where the language has it. */
bool subject_of_verb(const struct reader *r, size_t verb, size_t low, size_t high,
                     struct subject *out);
/* The first name of a clause, behind what it opens with. */
bool subject_of_sentence(const struct tokens *t, size_t low, size_t high, struct subject *out);
/* Whose NOUN is: Lind's, her. */
bool subject_owner(const struct tokens *t, size_t noun, size_t low, struct subject *out);
/* A name, a pronoun, or a noun of those who speak. */
bool subject_can_speak(const struct tokens *t, const struct subject *subject);
struct speaker subject_speaker(const struct tokens *t, const struct subject *subject);

/* ---- attribution ---- */

/* A quotation at the end of what was found, spoken by nobody yet. */
struct quotation *quotes_add(struct reader *r, struct span span);
/* The words beside the quotation at token QUOTE that say who says it. */
bool cue_find(const struct reader *r, size_t quote, struct attribution *out);
/* Those of the paragraph's last sentence, where it ends with a colon. */
bool cue_at_colon(const struct reader *r, struct attribution *out);
/* Who goes on speaking in MARK, which no words beside it attribute. */
bool carry_find(const struct reader *r, size_t mark, struct attribution *out);
/* Keeps of the paragraph in hand what the next one needs. */
void carry_keep(struct reader *r);
enum quotation_kind quotes_kind(const struct reader *r, size_t mark,
                                const struct attribution *found);
/* By the words alone. */
enum quotation_kind quotes_kind_of_words(struct str words);
/* Adds what is reported without marks in the paragraph in hand. */
void reported_find(struct reader *r);
/* The first mention of the article that may reach beyond byte AT. */
uint32_t mention_from(const struct reader *r, uint32_t at);
/* Sets the speaker of OUT, and how it was found. */
void speaker_resolve(const struct reader *r, const struct attribution *found,
                     struct quotation *out);
/* The actor who speaks, or is the subject, between two tokens. */
uint32_t speaker_of_sentence(const struct reader *r, size_t low, size_t high);
/* What the sentence of TOKEN, which tells of it, says besides: via whom, and when. */
void quotes_place(const struct reader *r, size_t token, struct quotation *out);
void when_find(const struct reader *r, struct span sentence, struct quotation *out);
struct span via_find(const struct reader *r, size_t token, struct span speaker);
/* MENTION counts as one of an outlet, and stands between no marks. */
bool via_is_outlet(const struct reader *r, const struct mention *mention);
/* Where the quotations of the paragraph in hand go back to a report that the article retells, they
 * come by way of it. */
void chain_follow(struct reader *r);
double confidence_of_rule(enum quotes_how how);
/* FOUND goes on to another quotation by the rule HOW: no surer than it was. */
void attribution_by(struct attribution *found, enum quotes_how how);
/* With TRUST in how its speaker was found. */
double confidence_of(const struct quotation *quotation, double trust);

/* What people have decided of the quotations OUT of ARTICLE. */
void quotes_decide(const struct library *library, uint32_t article, struct quotations *out);

#endif
