/* SPDX-License-Identifier: ISC */
#include "dossier/config/colours.h"

#include <math.h>
#include <stdbool.h>

static int channel(colour c, int shift)
{
    return (c >> shift) & 0xFF;
}

static double linear(int value)
{
    double v = value / 255.0;
    return v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double luminance(colour c)
{
    return 0.2126 * linear(channel(c, 16)) + 0.7152 * linear(channel(c, 8)) +
           0.0722 * linear(channel(c, 0));
}

double colour_contrast(colour a, colour b)
{
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

colour colour_of_index(int index)
{
    static const colour first[16] = {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD,
                                     0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
                                     0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};
    static const int steps[6] = {0, 95, 135, 175, 215, 255};
    if (index < 16)
        return first[index];
    if (index >= 232)
        return (8 + 10 * (index - 232)) * 0x010101;
    index -= 16;
    return steps[index / 36] << 16 | steps[index / 6 % 6] << 8 | steps[index % 6];
}

/* The eye sees differences of green best; the weights follow the mean of the reds. */
static long distance(colour a, colour b)
{
    long red = channel(a, 16) - channel(b, 16), green = channel(a, 8) - channel(b, 8),
         blue = channel(a, 0) - channel(b, 0), mean = (channel(a, 16) + channel(b, 16)) / 2;
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256;
}

static int nearest(colour c, int background, int count, double least)
{
    int found = -1;
    for (int i = count == 256 ? 16 : 0; i < count; i++) {
        colour shown = colour_of_index(i);
        bool readable =
            background < 0 || colour_contrast(shown, colour_of_index(background)) >= least;
        if (readable && (found < 0 || distance(c, shown) < distance(c, colour_of_index(found))))
            found = i;
    }
    return found;
}

int colour_nearest(colour c, int count)
{
    return nearest(c, -1, count, 0);
}

static int strongest(int background, int count)
{
    colour under = colour_of_index(background);
    int found = 0;
    for (int i = 1; i < count; i++) {
        if (colour_contrast(colour_of_index(i), under) >
            colour_contrast(colour_of_index(found), under))
            found = i;
    }
    return found;
}

int colour_nearest_on(colour c, int background, int count, double least)
{
    int found = nearest(c, background, count, least);
    return found >= 0 ? found : strongest(background, count);
}
