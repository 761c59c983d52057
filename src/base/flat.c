/* SPDX-License-Identifier: ISC */
#include "dossier/base/flat.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC UINT64_C(0x0A72656973736F64) /* "dossier\n" where the lowest byte comes first */
#define BOUND 64

struct head {
    uint64_t magic; /* tells the order of bytes too */
    uint64_t stamp;
    uint32_t kind, word_size;
    uint64_t count, size;
    uint64_t content; /* a hash of all sections */
    struct {
        uint64_t at, len;
    } sections[FLAT_MOST];
    uint64_t own; /* a hash of all before */
};

static uint64_t turn(uint64_t x)
{
    return x << 29 | x >> 35;
}

uint64_t flat_hash(uint64_t seed, struct str bytes)
{
    /* four sums side by side: one would wait for its own product */
    static const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t sums[4] = {seed ^ bytes.len, seed + 1, seed ^ factor, ~seed}, words[4];
    size_t at = 0;
    for (; bytes.len - at >= sizeof words; at += sizeof words) {
        memcpy(words, bytes.at + at, sizeof words);
        for (int i = 0; i < 4; i++)
            sums[i] = turn((sums[i] ^ words[i]) * factor);
    }
    for (; at < bytes.len; at++)
        sums[at & 3] = turn((sums[at & 3] ^ (unsigned char)bytes.at[at]) * factor);
    uint64_t hash = sums[0];
    for (int i = 1; i < 4; i++)
        hash = turn((hash ^ sums[i]) * factor);
    return hash ^ hash >> 32;
}

static uint64_t content_hash(const struct str *sections, size_t count)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < count; i++)
        hash = flat_hash(hash, sections[i]);
    return hash;
}

static struct str own_bytes(const struct head *head)
{
    return (struct str){(const char *)head, offsetof(struct head, own)};
}

static size_t padding_of(size_t size)
{
    return (BOUND - size % BOUND) % BOUND;
}

bool flat_save(const char *path, uint32_t kind, uint64_t stamp, const struct str *sections,
               size_t count, struct error *error)
{
    static const char zeros[BOUND];
    struct file_piece pieces[2 * FLAT_MOST + 2];
    struct head head = {.magic = MAGIC, .stamp = stamp, .kind = kind, .word_size = sizeof(void *)};
    size_t len = 0, size = sizeof head;
    head.count = count;
    pieces[len++] = (struct file_piece){.bytes = {(const char *)&head, sizeof head}, .fd = -1};
    for (size_t i = 0; i < count; i++) {
        size_t padding = padding_of(size);
        pieces[len++] = (struct file_piece){.bytes = {zeros, padding}, .fd = -1};
        pieces[len++] = (struct file_piece){.bytes = sections[i], .fd = -1};
        head.sections[i].at = size + padding;
        head.sections[i].len = sections[i].len;
        size += padding + sections[i].len;
    }
    head.size = size;
    head.content = content_hash(sections, count);
    head.own = flat_hash(0, own_bytes(&head));
    return file_save_pieces(path, pieces, len, 0600, error);
}

static bool is_right(const struct head *head, uint32_t kind, uint64_t stamp, size_t count,
                     size_t size)
{
    if (head->magic != MAGIC || head->stamp != stamp || head->kind != kind ||
        head->word_size != sizeof(void *) || head->count != count || head->size != size ||
        head->own != flat_hash(0, own_bytes(head)))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (head->sections[i].at > size || head->sections[i].len > size - head->sections[i].at)
            return false;
    }
    return true;
}

bool flat_open(const char *path, uint32_t kind, uint64_t stamp, size_t count, struct flat *out)
{
    struct file_look look;
    *out = (struct flat){.count = count};
    int fd = file_open(path, &look, NULL);
    if (fd < 0)
        return false;
    out->size = (size_t)look.size;
    if (out->size >= sizeof(struct head)) {
        void *mapping = mmap(NULL, out->size, PROT_READ, MAP_SHARED, fd, 0);
        out->mapping = mapping == MAP_FAILED ? NULL : mapping;
    }
    close(fd);
    if (!out->mapping)
        return false;
    const struct head *head = out->mapping;
    if (!is_right(head, kind, stamp, count, out->size)) {
        flat_close(out);
        return false;
    }
    for (size_t i = 0; i < count; i++)
        out->sections[i] = (struct str){(const char *)out->mapping + head->sections[i].at,
                                        (size_t)head->sections[i].len};
    return true;
}

bool flat_is_sound(const struct flat *flat)
{
    const struct head *head = flat->mapping;
    return head->content == content_hash(flat->sections, flat->count);
}

void flat_close(struct flat *flat)
{
    if (flat->mapping)
        munmap(flat->mapping, flat->size);
    *flat = (struct flat){0};
}
