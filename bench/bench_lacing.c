/* How long a lacing takes from the sore spots to the drawing: choice, forces, steps, SVG. Usage:
 * bench_lacing [ROUNDS]
 *
 * Prints the median of the rounds for each question, and the same as a multiple of a floor that is
 * measured in between: printing as many bytes as the drawing has into a text, number by number. */
#include "report/lacing_drawing.h"

#include <footfall/lacing.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MOST_ROUNDS 100000

static const struct {
    const char *spots[4];
    int pairs;
} questions[] = {{{"instep"}, 6},
                 {{"instep", "ankle"}, 6},
                 {{"instep", "ankle"}, 8},
                 {{"toes", "upper_instep", "ankle"}, 8},
                 {{"instep", "upper_instep", "ankle"}, 12}};
enum { QUESTIONS = sizeof questions / sizeof *questions };

static double now_ms(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void draw(int question, ff_text *out) {
    static ff_lacing_choice choice;
    static ff_lacing_sheet sheet;
    ff_lacing_shoe shoe = ff_lacing_shoe_usual();
    ff_lacing_wish wish = {0};
    ff_lacing lacing;
    shoe.pairs = questions[question].pairs;
    for (int i = 0; questions[question].spots[i] != NULL; i++) {
        ff_lacing_add_spot(questions[question].spots[i], &shoe, &wish, NULL);
    }
    ff_lacing_choose(&wish, &shoe, &choice);
    ff_lacing_pattern("crisscross", shoe.pairs, &lacing, NULL);
    lacing = choice.chosen < choice.count ? choice.verdicts[choice.chosen].lacing : lacing;
    ff_lacing_sheet_of(&lacing, &shoe, NULL, &choice, &sheet);
    ff_lacing_drawing(&sheet, "Lacing", NULL, out);
}

static void print_bytes(size_t bytes, ff_text *out) {
    for (size_t i = 0; out->length < bytes; i++) {
        ff_text_addf(out, "%.2f ", (double)i / 7);
    }
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 500;
    if (rounds < 1 || rounds > MOST_ROUNDS) {
        fprintf(stderr, "bench_lacing: rounds must be 1 to %d\n", MOST_ROUNDS);
        return 2;
    }
    static double times[MOST_ROUNDS], floors[MOST_ROUNDS];
    printf("pairs  spots  bytes  median ms  times the floor\n");
    for (int q = 0; q < QUESTIONS; q++) {
        ff_text out, plain;
        int spots = 0;
        ff_text_init(&out, NULL);
        ff_text_init(&plain, NULL);
        for (int i = 0; i < rounds; i++) {
            ff_text_clear(&out);
            ff_text_clear(&plain);
            double begin = now_ms();
            draw(q, &out);
            double drawn = now_ms();
            print_bytes(out.length, &plain);
            times[i] = drawn - begin;
            floors[i] = now_ms() - drawn;
        }
        qsort(times, (size_t)rounds, sizeof *times, by_size);
        qsort(floors, (size_t)rounds, sizeof *floors, by_size);
        while (questions[q].spots[spots] != NULL) {
            spots++;
        }
        printf("%5d  %5d  %5zu  %9.3f  %15.2f\n", questions[q].pairs, spots, out.length,
               times[rounds / 2], times[rounds / 2] / floors[rounds / 2]);
        ff_text_free(&out);
        ff_text_free(&plain);
    }
    return 0;
}
