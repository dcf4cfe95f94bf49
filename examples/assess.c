/* What fits best, from answers alone: nothing is stored.
 *
 *     cc assess.c $(pkg-config --cflags --libs footfall) && ./a.out
 *
 * assess.out beside this file is what it prints, but for the version of the knowledge; a test
 * compiles it like this and compares. */
#include <footfall/assess.h>

#include <stdio.h>
#include <string.h>

int main(void) {
    const char *answers = "{\"age\": 34, \"red_flags\": [],"
                          " \"sites\": {\"L\": [\"DMM\", \"DFM\", \"W1\"]},"
                          " \"answers\": {\"relief_lace\": \"yes\", \"onset_time\": \"15_30\"}}";
    ff_context context = {0}; /* the defaults: libc's memory, no clock, silence */
    ff_error error;
    ff_text text;
    ff_text_init(&text, NULL);
    ff_code code = ff_assess_json(&context, answers, strlen(answers), false, &text, &error);
    if (code == FF_OK) {
        fputs(text.data, stdout);
    } else {
        fprintf(stderr, "%s: %s. %s\n", error.where, error.message, ff_code_next_step(code));
    }
    ff_text_free(&text);
    return code == FF_OK ? 0 : 1;
}
