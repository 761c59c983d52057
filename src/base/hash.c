/* SPDX-License-Identifier: ISC */
#include "dossier/base/hash.h"

#include <errno.h>
#include <nettle/sha2.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

static const char digits[] = "0123456789abcdef";

void hash_sha256(struct str bytes, char hex[HASH_HEX])
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, bytes.len, (const uint8_t *)bytes.at);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[HASH_HEX - 1] = '\0';
}

void hash_random(char *hex, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char byte;
        while (getentropy(&byte, 1) != 0) {
            if (errno != EINTR)
                abort();
        }
        hex[i] = digits[byte & 15];
    }
    hex[n] = '\0';
}
