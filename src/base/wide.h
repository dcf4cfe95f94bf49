/* For functions whose loops gain from wide registers: compiled twice, and the one that the processor
 * can run is taken as the program starts. Both give the same to the last bit, as neither fuses
 * multiplications with additions. Where there is no such thing it means nothing. */
#ifndef FOOTFALL_BASE_WIDE_H
#define FOOTFALL_BASE_WIDE_H

#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__)
#define FF_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define FF_WIDE
#endif

#endif
