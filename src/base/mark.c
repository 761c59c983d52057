/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"

#define WITHIN 512 /* bytes */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static bool begins_as_csv(struct str head)
{
    return str_starts(head, STR("\"number\",\"id\",\"article\",\"place\",\"headline\","));
}

/* The first fields of a note in the order of the contract. */
static bool begins_as_jsonl(struct str head)
{
    ptrdiff_t article = str_find(head, STR("\",\"article\":"), 0);
    return str_starts(head, STR("{\"id\":\"")) && article > 0 &&
           str_find(head, STR(",\"sha256\":"), (size_t)article) > 0;
}

bool mark_found(struct str bytes)
{
    struct str head = str_sub(bytes, 0, WITHIN);
    if (str_find(head, STR(EXPORT_MARK), 0) >= 0)
        return true;
    if (str_starts(head, STR(BYTE_ORDER_MARK)))
        head = str_sub(head, sizeof BYTE_ORDER_MARK - 1, head.len);
    return begins_as_csv(head) || begins_as_jsonl(head);
}
