/* SPDX-License-Identifier: ISC */
#include "dossier/base/count.h"

#include <string.h>

const char *count_text(size_t n, char out[COUNT_TEXT])
{
    char digits[COUNT_TEXT];
    char *at = digits + sizeof digits - 1;
    *at = '\0';
    for (int i = 0; i == 0 || n; i++, n /= 10) {
        if (i && i % 3 == 0)
            *--at = ',';
        *--at = (char)('0' + n % 10);
    }
    return memcpy(out, at, (size_t)(digits + sizeof digits - at));
}
