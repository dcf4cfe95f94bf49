/* The one table of commands and options. */
#include "face/cli/cli.h"

#include <footfall/lacing.h>
#include <footfall/foot.h>
#include <footfall/shoe.h>
#include <footfall/size.h>
#include <footfall/body.h>

static const char *change(int i) {
    static const char *const changes[] = {"lacing",    "shoe_wide", "cadence", "insole",
                                          "load_down", "stretch",   "metpad",  "usual",
                                          NULL};
    return changes[i];
}

static const char *shell(int i) {
    static const char *const shells[] = {"bash", "zsh", NULL};
    return shells[i];
}

static const char *export_kind(int i) {
    static const char *const kinds[] = {"json", "csv", "gpx", NULL};
    return kinds[i];
}

/* A form of a cause is explained with that cause. */
static const char *cause(int i) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    for (size_t c = 0; c < knowledge->cause_count; c++) {
        if (!knowledge->causes[c].form_of && i-- == 0) {
            return knowledge->causes[c].id;
        }
    }
    return NULL;
}

static const char *lacing_pattern(int i) {
    return ff_lacing_pattern_name(i);
}

static const char *lacing_spot(int i) {
    return ff_lacing_spot_word(i);
}

const cli_option cli_general_options[] = {
    {"journal", 'j', "FILE", "keep everything in FILE instead of the data folder", NULL},
    {"json", 0, NULL, "answer with one JSON value on standard output", NULL},
    {"help", 'h', NULL, "explain the command and stop", NULL},
    {"version", 0, NULL, "print the version and stop", NULL},
    {0}};

static const cli_option import_options[] = {
    {"verbose", 'v', NULL, "a line for every file", NULL}, {0}};

static const cli_option runs_options[] = {
    {"verbose", 'v', NULL,
     "also the recordings of every run that has more than one, why they are one, and which runs look "
     "like one and were not joined",
     NULL},
    {"svg", 0, NULL,
     "print a drawing instead (SVG): after how many minutes numbness began, run by run; 'footfall show' "
     "draws one run",
     NULL},
    {0}};

static const cli_option show_options[] = {
    {"svg", 0, NULL,
     "print a drawing instead (SVG): pace and cadence over the minutes of running, laps, pauses, and where "
     "numbness began",
     NULL},
    {0}};

static const cli_option log_options[] = {
    {"numb", 'n', "WHEN",
     "numbness began at WHEN: 34min, 34:10, 5km, 20min..25min, 5km..6km, start (it was there from "
     "the first step) or sometime (it came, you do not know when); times as the watch shows them, "
     "pauses left out",
     NULL},
    {"from-lap", 'l', "N", "numbness began when lap N was pressed; 'footfall runs' shows them", NULL},
    {"none", 0, NULL, "the foot did not go numb in this run", NULL},
    {"coming", 0, NULL,
     "nor did it, and you ended the run because you felt it coming: a trial learns more from it than from "
     "--none",
     NULL},
    {"gone", 'g', "WHEN",
     "it was gone again at WHEN: 41min, 41:30 or 8km of the run, or +5min: five minutes after its end", NULL},
    {"gone-lap", 0, "N", "it was gone again when lap N was pressed", NULL},
    {"unsay", 0, "WHAT",
     "take back WHAT was said: last (the last word on numbness; the one before counts again), numbness "
     "(every word on it) or gone (when it was gone again)",
     NULL},
    {"site", 's', "WHERE",
     "where: regions such as L:W1,TP3 or words such as left:toes, right:ball, both:top; "
     "'footfall help sites' lists them; '' takes the places back",
     NULL},
    {"strength", 0, "0-10", "how numb: 1 hardly, 10 no feeling left; 0 is --none", NULL},
    {"feeling", 0, "WHAT",
     "what it felt like: numb, tingling, burning, cold, pain; several with commas between. It is kept "
     "and told, and changes no answer",
     NULL},
    {"shoe", 0, "NAME", "the shoe of this run; a new name makes a new shoe", NULL},
    {"insole", 0, "NAME", "the insole, in words of your own; none is a name too", NULL},
    {"sock", 0, "NAME", "the socks, in words of your own", NULL},
    {"lacing", 0, "NAME", "how it was laced, in words of your own, such as window or loose", NULL},
    {"changed", 'c', "WHAT",
     "what was different from usual: lacing, shoe_wide, cadence, insole, load_down, stretch, metpad "
     "or a word of your own; given more than once, all of them; usual alone says that nothing was. It "
     "replaces what you said of the run before",
     change},
    {0}};

static const cli_option where_options[] = {
    {"svg", 0, NULL, "print the map as a drawing (SVG)", NULL}, {0}};

static const cli_option explain_options[] = {
    {"explain", 'e', "CAUSE",
     "explain one cause: what speaks for and against it, what the answer would be had each thing "
     "you said been the other way, and what would change it most; CAUSE is a name such as lace, or "
     "part of its plain name; 'footfall help causes' lists them",
     cause},
    {0}};

static const cli_option open_options[] = {
    {"no-browser", 0, NULL, "only print the address", NULL},
    {"port", 0, "N", "listen on port N, 1024 to 65535, instead of any free one", NULL},
    {"idle", 0, "SECONDS", "end when no page is open for so long, 1 to 86400, instead of 900", NULL},
    {"keep", 0, NULL, "go on when the page is closed, until Ctrl-C", NULL},
    {0}};

static const cli_option forget_options[] = {
    {"yes", 0, NULL, "ask nothing: for a script that has asked already", NULL},
    {0}};

static const cli_option export_options[] = {
    {"only", 0, "KIND", "write only this kind: json, csv or gpx", export_kind},
    {0}};

static const cli_option help_options[] = {
    {"man", 0, NULL, "print the manual page (roff) and stop", NULL},
    {"completion", 0, "SHELL", "print the completions for bash or zsh and stop", shell},
    {0}};

static const char *law(int i) {
    static const char *const laws[] = {"loglogistic", "lognormal", "weibull", NULL};
    return laws[i];
}

static const char *limits(int i) {
    static const char *const scales[] = {"log-log", "log", "plain", NULL};
    return scales[i];
}

static const char *ties(int i) {
    static const char *const ways[] = {"efron", "breslow", "exact", NULL};
    return ways[i];
}

static const char *size_system(int i) {
    return ff_size_system_name((ff_size_system)i);
}

static const char *sex(int i) {
    static const char *const sexes[] = {"female", "male", NULL};
    return sexes[i];
}

static const char *foot_side(int i) {
    static const char *const sides[] = {"left", "right", NULL};
    return sides[i];
}

static const char *foot_method(int i) {
    return ff_foot_method_name((ff_foot_method)i);
}

static const char *foot_time(int i) {
    return ff_foot_time_name((ff_foot_time)(i + 1));
}

static const char *foot_kind(int i) {
    return i < FF_FOOT_KIND_COUNT ? ff_foot_kind_name((ff_foot_kind)i)
           : i == FF_FOOT_KIND_COUNT ? "all"
                                     : NULL;
}

static const cli_option foot_options[] = {
    {"length", 'l', "MM", "standing, from the heel to the tip of the longest toe: 262, 26.2cm or 10.3in", NULL},
    {"ball-width", 'w', "MM", "across the ball, standing", NULL},
    {"girth", 'g', "MM", "round the ball, over both joints", NULL},
    {"width-80", 0, "MM", "straight across at 80 % of the length, from the heel", NULL},
    {"width-88", 0, "MM", "the same at 88 %", NULL},
    {"width-94", 0, "MM", "the same at 94 %", NULL},
    {"ball-length", 0, "MM", "from the heel to the joint of the big toe", NULL},
    {"heel-width", 0, "MM", "across the heel", NULL},
    {"arch-index", 'a', "X", "middle third of the print by all of it without the toes, 0 to 0.5", NULL},
    {"chippaux", 0, "X", "narrowest midfoot by widest forefoot of the print", NULL},
    {"staheli", 0, "X", "narrowest midfoot by widest heel of the print", NULL},
    {"foot-line", 0, "MM", "foot line test: how far the inner ankle bone's dot (navicular) stands inside the line", NULL},
    {"navicular-drop", 0, "MM", "how far that bone drops from sitting to standing", NULL},
    {"fpi", 0, "N", "foot posture index (FPI-6), -12 to 12", NULL},
    {"method", 'm', "HOW",
     "outline, ruler, tape, caliper, brannock, scan, photo, wet_print, sitting, clinician or other; unless told "
     "outline, for the girth tape, for the arch wet_print, for the foot line and the navicular drop home_test. A size is never taken from wet_print or sitting",
     foot_method},
    {"time", 't', "WHEN", "morning, midday, evening, after_run, or a time such as 18:30", foot_time},
    {"error", 0, "MM", "how far off it may be (9 of 10 measurings lie within); unless told, as is usual for the method",
     NULL},
    {"forget", 0, "WHAT", "take back what was said of that foot: length, ball_width, ... or all", foot_kind},
    {"history", 0, NULL, "everything ever said of both feet", NULL},
    {"how", 0, NULL, "how to measure both feet at home, step by step", NULL},
    {"svg", 0, NULL, "print a drawing instead (SVG): where to measure", NULL},
    {0}};

static const cli_option habits_options[] = {
    {"ics", 0, "FILE", "also write when to look again to FILE as a calendar (.ics), with alarms; - prints it alone", NULL},
    {0}};

static const char *shoe_method(int i) {
    return ff_shoe_method_name((ff_shoe_method)i);
}

static const char *shoe_kind(int i) {
    return i < FF_SHOE_KIND_COUNT ? ff_shoe_kind_name((ff_shoe_kind)i)
                                  : ff_shoe_label_name((ff_shoe_label_kind)(i - FF_SHOE_KIND_COUNT));
}

static const cli_option shoe_options[] = {
    {"inner-length", 'l', "MM", "the inside, from heel to toe: 275, 27.5cm or 10.8in", NULL},
    {"ball-width", 'w', "MM", "the inside across the ball", NULL},
    {"width-80", 0, "MM", "straight across at 80 % of the inner length, from the heel", NULL},
    {"width-88", 0, "MM", "the same at 88 %", NULL},
    {"width-94", 0, "MM", "the same at 94 %", NULL},
    {"method", 'm', "HOW", "sockliner (traced; unless told), stick, caliper, maker or other", shoe_method},
    {"error", 0, "MM", "how far off it may be (9 of 10 measurings lie within)", NULL},
    {"size", 's', "SIZE", "the size on it with its system, such as \"EU 42\" or \"US_men 9.5\"", NULL},
    {"sock", 0, "NAME", "the sock usually worn with it; thin, medium and thick say how thick", NULL},
    {"sock-mm", 0, "MM", "how thick that sock is, 0 to 10", NULL},
    {"insole", 0, "NAME", "the insole usually in it, in words of your own", NULL},
    {"insole-mm", 0, "MM", "how much thicker it is than the one the shoe came with", NULL},
    {"lacing", 0, "NAME", "how it is usually laced, in words of your own", NULL},
    {"km-before", 0, "KM", "how far it had gone before the runs kept here; 0: it was new", NULL},
    {"rename", 0, "NAME", "give it another name; its runs stay with it", NULL},
    {"retire", 0, NULL, "it is not run in any more", NULL},
    {"unretire", 0, NULL, "it is run in again", NULL},
    {"forget", 0, "WHAT", "take back what was said of it: inner_length, size, ...", shoe_kind},
    {0}};

static const char *sock(int i) {
    static const char *const socks[] = {"none", "thin", "medium", "thick", NULL};
    return socks[i];
}

static const cli_option fit_shoe_options[] = {
    {"card", 0, NULL, "print a card for the fitter in the shop instead", NULL},
    {"downhill", 0, NULL, "for downhill, or runs over 2 hours: 3 mm more room", NULL},
    {"sock", 0, "SOCK", "none, thin, medium, thick or its thickness in mm, instead of the shoe's usual one", sock},
    CLI_DOCUMENT_OPTIONS,
    {0}};

static const cli_option size_options[] = {
    {"foot", 'f', "MM", "the length of the foot, standing, to the longest toe: 262, 26.2cm or 10.3in", NULL},
    {"error", 0, "MM", "how far off that may be; 3 unless told", NULL},
    {"size", 's', "SIZE", "a label instead, such as 42: which feet it is meant for", NULL},
    {"system", 0, "NAME",
     "the system of --size: EU, UK, US_men, US_women, mondopoint, JP, CN, CN_old, KR, BR, AU_men, AU_women, "
     "EU_child, UK_child or US_child; without --size, of the numbers in --chart",
     size_system},
    {"width", 'w', "MM", "the width across the ball, standing", NULL},
    {"girth", 0, "MM", "the girth round the ball", NULL},
    {"sex", 0, "SEX", "female or male: whose feet it is compared with; unless told, what you answered", sex},
    {"inner", 0, "MM", "the inner length of a shoe: how much room it leaves, and how many half sizes up it takes",
     NULL},
    {"sock", 0, "SOCK", "none, thin, medium (unless told), thick, or its thickness in mm", sock},
    {"downhill", 0, NULL, "for downhill, or runs over 2 hours: 3 mm more room", NULL},
    {"chart", 0, "FILE", "a brand's own chart: a CSV file with the columns cm and label", NULL},
    {0}};

static const cli_option visit_options[] = {
    CLI_DOCUMENT_OPTIONS,
    {"fhir", 0, "FILE",
     "also write it to FILE as a FHIR R4 bundle (JSON), for clinics whose system reads it; - prints it", NULL},
    {"name", 0, "NAME", "your name, kept to stand on each note; else it has none. '' takes it back", NULL},
    {"medicines", 0, "TEXT", "the medicines that you take, kept with the day to stand on each note; '' takes them back", NULL},
    {"question", 0, "TEXT", "what you want to ask, kept to stand on each note; '' takes it back", NULL},
    {0}};

static const cli_option trial_start_options[] = {
    {"against", 0, "usual", "what each change is tried against; there is only the usual", NULL},
    {"comfort", 0, NULL,
     "comfort first: the next run is what is likely to feel best; a verdict takes longer then", NULL},
    {"seed", 0, "N", "the seed of the order that is drawn, 0 to 2147483647; unless told, by chance",
     NULL},
    {0}};

static const cli_option trial_options[] = {
    {"always-valid", 0, NULL,
     "also how strongly the runs speak for any effect (Bayes factor), which stands however often one looks",
     NULL},
    {"svg", 0, NULL, "print a drawing instead (SVG): when numbness began, run by run, and with what each was run", NULL},
    {0}};

static const cli_option trial_end_options[] = {
    {"because", 0, "WORDS", "why it is ended, in your words", NULL}, {0}};

static const char *plan_kind(int i) {
    static const char *const kinds[] = {"fits",  "beginner",    "return",     "build",
                                        "ratio", "after_break", "after_bone", NULL};
    return kinds[i];
}

static const cli_option plan_options[] = {
    {"kind", 'k', "KIND",
     "beginner (from walking to running), return (after numbness), build (longer runs), ratio (walk breaks by "
     "your pace), after_break, or after_bone (bone injury); fits, or unless told: what fits your runs",
     plan_kind},
    {"goal", 'g', "GOAL",
     "5km, 30min, a day such as 2026-09-20, or both with a comma between: 10km,2026-09-20", NULL},
    {"days", 0, "DAYS", "days that suit, with commas between: mon,wed,sat", NULL},
    {"per-week", 0, "N", "runs a week", NULL},
    {"start", 0, "DATE", "no run before that day", NULL},
    {"weeks", 0, "N", "so many weeks, 1 to 52, instead of as many as the goal takes", NULL},
    {"as-published", 0, NULL, "a programme as its source has it, great leaps and all", NULL},
    {"cleared", 0, NULL, "a doctor or physiotherapist agreed to running again after a bone injury", NULL},
    {"cadence", 0, "SPM",
     "with quicker steps in its runs, as 'footfall step' has them: own (by your runs) or your step rate of both "
     "feet",
     NULL},
    {"text", 0, NULL, "print what is to come as text, to be edited", NULL},
    {"from", 0, "FILE", "check a plan in FILE ('-': standard input), edited or your own, and keep it", NULL},
    {"end", 0, NULL, "end the plan", NULL},
    CLI_PLAN_TAKE_OPTIONS,
    CLI_DOCUMENT_OPTIONS,
    {0}};

static const cli_option step_options[] = {
    {"cadence", 0, "SPM", "your own step rate, both feet, where your runs do not tell it", NULL},
    {"pace", 0, "MIN:S", "the time of a kilometre, such as 6:00, at which you will run: your own step rate there", NULL},
    {"to", 0, "PERCENT", "how many more steps it leads to: 5, 7.5 (unless told) or 10", NULL},
    {"wav", 0, "FILE", "write a metronome track to FILE", NULL},
    {"week", 0, "N", "with --wav: of week N, unless told the first", NULL},
    {"minutes", 0, "N", "with --wav: so long, 30 unless told", NULL},
    {"fit", 0, "FOLDER", "write an easy run of each week into FOLDER as workouts for a Garmin watch", NULL},
    {0}};

static const cli_option fit_options[] = {
    {"dist", 'd', "LAW", "the law of the times: loglogistic (unless told), lognormal or weibull", law},
    {"mle", 0, NULL, "maximum likelihood, without priors (unless told)", NULL},
    {"priors", 'p', "FILE",
     "the posterior under the priors in FILE: {\"beta\": [{\"name\", \"location\", \"scale\"}], "
     "\"log_sigma\": {\"mean\", \"sd\"}}",
     NULL},
    {"curve", 0, NULL,
     "no model: the share still without it at each time, by Kaplan and Meier, or by Turnbull where a "
     "row is known only by a time or between two",
     NULL},
    {"by", 0, "COLUMN", "with --curve: a curve for each value of COLUMN", NULL},
    {"limits", 0, "SCALE", "with --curve: limits even on the scale log-log (unless told), log or plain",
     limits},
    {"level", 0, "PERCENT", "with --curve: how sure the limits are; 90 unless told", NULL},
    {"compare", 0, "COLUMN",
     "no model: the log-rank test of whether the times differ between the values of COLUMN", NULL},
    {"peto", 0, NULL, "with --compare: the test of Peto and Peto, which looks harder at early times",
     NULL},
    {"cox", 0, NULL,
     "no law of the times: by what factor each column raises the rate (Cox regression)", NULL},
    {"strata", 0, "COLUMN",
     "with --compare or --cox: compare only rows of one value of COLUMN, and sum up", NULL},
    {"ties", 0, "HOW", "with --cox: rows at the same time by efron (unless told), breslow or exact", ties},
    {"entry", 0, "COLUMN", "with --cox: a row is at risk only after the time in COLUMN", NULL},
    {0}};

static const char *routine(int i) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    return (size_t)i < knowledge->routine_count ? knowledge->routines[i].id : NULL;
}

static const char *home_test(int i) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    return (size_t)i < knowledge->home_test_count ? knowledge->home_tests[i].id : NULL;
}

static const cli_option routine_options[] = {
    {"svg", 0, NULL, "print its pictures instead (SVG), one exercise below the other", NULL}, {0}};

static const cli_option home_test_options[] = {
    {"left", 0, "N", "what you read on the left, such as 8.5, 8.5cm or 33deg", NULL},
    {"right", 0, "N", "what you read on the right", NULL},
    {"svg", 0, NULL, "print a picture of how it is done instead (SVG)", NULL},
    {0}};

static const cli_option lace_options[] = {
    {"where", 'w', "PLACES",
     "where it presses, with commas between: toes, ball, instep, upper_instep, ankle, top (the whole "
     "instep), a region such as DMM, or millimetres above the lowest row such as 40mm; unless told, "
     "where you marked it numb",
     lacing_spot},
    {"heel-slip", 0, NULL, "the heel slips: lock it if that presses no such place more", NULL},
    {"pattern", 0, "NAME", "this lacing, by its name: crisscross, window_3, lock, ...", lacing_pattern},
    {"sequence", 0, "EYELETS",
     "a lacing of your own: the eyelets in the order in which the lace goes through them, row 1 at "
     "the toes, such as \"L2 R1 L1 R2\"; loopR7 goes through a loop, / begins a second lace",
     NULL},
    {"pairs", 0, "N", "pairs of eyelets of the shoe, 2 to 12; 6 unless told", NULL},
    {"width", 0, "MM", "between the two eyelets of a row; 40 unless told", NULL},
    {"pitch", 0, "MM", "between two rows; 16 unless told", NULL},
    {"ends", 0, "MM", "length of each end for the bow; 250 unless told", NULL},
    {"friction", 0, "MU",
     "of the lace in the eyelets, 0 to 1: 0 (unless told) when it is tightened row by row or has "
     "settled, about 0.2 when it is pulled at the top only",
     NULL},
    {"svg", 0, NULL, "print a drawing instead (SVG): both shoes, the steps, and where it presses", NULL},
    {0}};

static const char *side(int i) {
    static const char *const sides[] = {"left", "right", NULL};
    return sides[i];
}

static const cli_option pad_options[] = {
    {"length", 0, "MM", "length of your foot, such as 262 or 26.2cm, instead of what 'footfall foot' keeps", NULL},
    {"ball", 0, "MM", "from the back of the heel to the inner ball; without it, from the length", NULL},
    {"width", 0, "MM", "across the ball, standing; without it, from the length", NULL},
    {"sex", 0, "SEX", "female or male, for what is taken from the length", sex},
    {"site", 's', "WHERE", "where it is sore, such as left:W3 (the third gap) or right:B2 (the second head)", NULL},
    {"side", 0, "SIDE", "left or right: only that foot", side},
    {"svg", 0, NULL, "print a drawing at true size instead (SVG), of one foot", NULL},
    {0}};

const cli_command cli_commands[] = {
    {"demo", "", 0, 0, "show it all with a made-up runner",
     "Writes forty made-up runs of four months, whose numbness comes from tight laces, as FIT files; "
     "imports them, marks what that runner marked, and prints the answer. It keeps its files and "
     "its journal apart from yours, in the folder 'demo' beside the journal.",
     NULL, cli_run_demo, NULL},
    {"import", "PATH...", 1, -1, "read runs from files, folders and exports",
     "Reads every file below the paths and keeps the runs in it: FIT, TCX and GPX, packed or not, and "
     "the exports of Strava, Garmin and Apple Health as they were downloaded, without unpacking them. "
     "A run that comes from several of them is kept as one. A file that was read before "
     "changes nothing; a bad file is listed at the end and stops nothing. Stopped with Ctrl-C it "
     "keeps what is done, and the same command goes on. Exit status 1 says that some file could not "
     "be read.",
     import_options, cli_run_import, NULL},
    {"imports", "", 0, 0, "list what became of every imported file",
     "Lists every file that was ever imported with its outcome.", NULL, cli_run_imports, NULL},
    {"runs", "[RUN]", 0, 1, "list the runs and where numbness is marked",
     "Lists the runs, newest last. A lap that you pressed by hand is offered as the moment when "
     "numbness began. With RUN (a number, a date or last) it shows that one, and the recordings it "
     "is put together from.",
     runs_options, cli_run_runs, NULL},
    {"show", "RUN", 1, 1, "one run in full: figures, laps, chart, numbness",
     "RUN is the number that 'footfall runs' shows, a date such as 2026-08-02, or the word last. Shows "
     "what the recording holds, when and where the foot went numb, the pace as a small chart, and the "
     "laps. With --json the chart comes as columns of numbers.",
     show_options, cli_run_show, NULL},
    {"patterns", "", 0, 0, "what goes with numbness, and what else your runs say",
     "Shows when numbness comes and how that changes over the weeks; what runs with it have in common that "
     "like runs without it have not, with how sure that is and which runs; how you run, and whether you "
     "overstride, as a chance; how much you run; how far each shoe has gone, and in which it comes. "
     "What the runs cannot tell says why.",
     NULL, cli_run_patterns, NULL},
    {"merge", "RUN RUN", 2, 2, "say that two runs are one",
     "The same run, recorded twice, is joined by itself where that is certain; this joins two where "
     "you know better. The run keeps the first number, the second leads to it, and what was said of "
     "either holds. 'footfall part' takes it back.",
     NULL, cli_run_merge, NULL},
    {"part", "RUN", 1, 1, "say that a run is more than one",
     "Takes apart what 'footfall merge' joined; where there is nothing of that, the recordings that "
     "were joined by themselves, which are then not joined again.",
     NULL, cli_run_part, NULL},
    {"log", "RUN", 1, 1, "say when a run went numb, or that it did not",
     "RUN is the number that 'footfall runs' shows, a date such as 2026-08-02, or the word last. "
     "What you say later replaces what you said before; the earlier word is kept in the journal, until "
     "--unsay takes it back. Without an option it shows what was said of the run.",
     log_options, cli_run_log, NULL},
    {"ask", "[QUESTION]", 0, 1, "answer a few questions, safety first",
     "Asks what would help most to tell the causes apart: first what must not be missed, then one "
     "question at a time, each with the reason why it is asked. Answer yes, no, ? (not sure) or "
     "skip; type stop to end and go on another day. With the name of a question it asks that one "
     "again; 'footfall help questions' lists the names. With --json it asks nothing and tells what "
     "would be asked next.",
     NULL, cli_run_ask, NULL},
    {"why", "", 0, 0, "what fits best so far, and what to try next",
     "Prints when to see someone, the causes that fit best with what speaks for and against each, "
     "what has not been asked yet, and the next thing to try.",
     explain_options, cli_run_why, NULL},
    {"where", "", 0, 0, "where it goes numb: the marks of all runs in one map",
     "Sums the places marked on all runs, foot by foot, and names the nerves and places of pressure whose areas "
     "hold all of them. It is no judgement: 'why' weighs it with all else. Red flags come first.",
     where_options, cli_run_where, NULL},
    {"visit", "", 0, 0, "a page to take along to a doctor or podiatrist",
     "One page that is read in a minute: red flags first; then what you said, what was measured, what is "
     "guessed, and what was not asked; where it goes numb and after how many minutes, drawn; what a trial "
     "showed; and what an examination could add. As text, or as a page, a PDF or a FHIR bundle. "
     "Nothing is sent anywhere: you take it along.",
     visit_options, cli_run_visit, NULL},
    {"open", "", 0, 0, "see it all in your browser",
     "Serves a page on this machine, and only to it, prints its address and opens it in your "
     "browser. The address holds a key that is new each time. Nothing leaves the machine. It ends by "
     "itself when the page has been closed for a quarter of an hour, or with Ctrl-C; what you answered is "
     "kept.",
     open_options, cli_run_open, NULL},
    {"assess", "FILE.json", 1, 1, "the same from one JSON file, keeping nothing",
     "Reads answers from FILE.json ('-' reads standard input) and prints what 'why' would say. "
     "Nothing is stored. The file is one object with any of: age, sex, sites {\"L\": [...], "
     "\"R\": [...]}, answers {finding: answer}, unsure [finding], red_flags [flag].",
     explain_options, cli_run_assess, NULL},
    {"lace", "", 0, 0, "a lacing that does not press where it is sore",
     "Chooses how to lace by where it presses, and refuses what would press another place you named "
     "more than criss-cross does; shows the steps, the pressures beside criss-cross, where a pad goes, "
     "and which lace to buy. With --pattern or --sequence it shows that lacing. Red flags come first.",
     lace_options, cli_run_lace, NULL},
    {"trial", "", 0, 0, "what the runs of your trial showed so far",
     "Shows the runs of the trial that goes on, or of the last one, and what they say: how much later "
     "numbness comes with each change, how sure that is, the verdict, how many more runs it takes, and which "
     "cause it speaks for. Tell of each run with 'log': when the foot went numb, or that it did not.",
     trial_options, cli_run_trial, NULL},
    {"trial plan", "CHANGE...", 1, 4, "what a trial would take, before it is started",
     "Says how many runs a trial of these changes against the usual would likely take, and what it could not "
     "find. Nothing is started, and nothing is kept.",
     NULL, cli_run_trial_plan, change},
    {"trial start", "CHANGE...", 1, 4, "try changes, in an order that is drawn",
     "Starts a trial of one to four changes against the usual: lacing, shoe_wide, cadence, insole, metpad, "
     "..., or a word of your own. It says before it starts how many runs it will likely take and what it "
     "cannot find, and draws what to do on the first run. A run counts as what it was: as it was drawn, or "
     "as you say with 'log --changed'.",
     trial_start_options, cli_run_trial_start, change},
    {"trial end", "", 0, 0, "end the trial",
     "Ends the trial and shows what it showed. Nothing of it is lost.", trial_end_options,
     cli_run_trial_end, NULL},
    {"plan", "", 0, 0, "a programme of runs and walks from where you are now",
     "Without options it shows your plan: what was done of it, and what comes. --ics, --fit, --html and --pdf take "
     "along what comes. Any other option writes one from your own runs, and keeps it: no run over 110 % of the longest of 30 days, a day of rest between, easier weeks, and "
     "after numbness runs that end 5 minutes before it. It follows what you really run; what was missed is not made "
     "up for. While something must be looked at first, there is no plan.",
     plan_options, cli_run_plan, NULL},
    {"step", "", 0, 0, "shorter, quicker steps over weeks, with a metronome",
     "From your own step rate at your own speeds to 5, 7.5 or 10 % more steps a minute, over weeks, with feedback "
     "that fades. Not for a foot that must be looked at first. It never advises a landing on the front of the foot "
     "where that is numb.",
     step_options, cli_run_step, NULL},
    {"next", "", 0, 0, "what to do on the next run, and why",
     "Draws what to do on the next run of the trial, before that run: the change, or nothing, that tells most "
     "about what helps. Asked again before the run, it says the same. A red flag ends the trial.",
     NULL, cli_run_next, NULL},
    {"trial analyse", "FILE.json", 1, 1, "what runs in a JSON file say of changes, keeping nothing",
     "Reads runs, the changes made on them and when numbness began from FILE.json ('-' reads standard "
     "input), and prints how much later numbness comes with each change, how sure that is, which cause "
     "that speaks for, and what to do on the next run. Nothing is stored.",
     NULL, cli_run_trial_analyse, NULL},
    {"foot", "[left|right]", 0, 1, "both feet: length, widths, arch, how they were measured",
     "Shows what is known of both feet: measures, how far off they may be, which foot is longer, how they "
     "compare with other people's, and the arch. With left or right and figures it keeps these, with how and "
     "when in the day they were taken. The newest counts; nothing is lost ('--history').",
     foot_options, cli_run_foot, foot_side},
    {"shoe", "[SHOE]", 0, 1, "your shoes: inside, size, what they are worn with, distance",
     "Lists the shoes with how far each has gone, in how many runs it went numb, and what was measured of it. With "
     "SHOE (its name or number) it shows that one, and keeps what is told of it; a new name with something told "
     "makes a shoe. Runs get their shoe by 'log --shoe'.",
     shoe_options, cli_run_shoe, NULL},
    {"fit-shoe", "[SHOE]", 0, 1, "whether a shoe has room for your feet, and what to ask for",
     "Holds both feet ('foot') against the inside of SHOE ('shoe'; the one you ran in last, when none is named): "
     "length, ball and toe box, with sock and insole, each with what the error of measuring leaves open. Says what "
     "to ask for in millimetres and in every system, and makes a card for the shop. Exit status 1 says that "
     "something is not measured yet.",
     fit_shoe_options, cli_run_fit_shoe, NULL},
    {"size", "", 0, 0, "your foot in every size system, and what half a size up is",
     "Tells what size a foot of so many millimetres is in EU, UK, US, Mondopoint, Japanese, Chinese and other "
     "systems, each with both neighbours and the feet they are meant for; or for which feet a label is meant. "
     "It never goes from one system's number to another's, only by millimetres. Says what half a size up "
     "means, how much room this foot needs, and its width in letters. A brand's chart is entered by its "
     "centimetres. Without --foot and --size it takes the longer of your feet ('footfall foot').",
     size_options, cli_run_size, NULL},
    {"routine", "[NAME]", 0, 1, "stretches, foot training, glides, rolling: how, how much, when not",
     "Lists the routines, or shows one: its exercises with their dose, when not to do it and when to stop, what studies "
     "show, and how a trial can tell whether it helps you. What pulls at a nerve is not shown while a red flag is up or "
     "the numbness gets worse.",
     routine_options, cli_run_routine, routine},
    {"home-test", "[NAME] [RESULT]", 0, 2, "tests to do at home, and what a result means",
     "Lists the tests, or tells how one is done, what counts, and how far it may be off. With a RESULT (yes, no, unsure), or "
     "what you read with --left and --right, it says what that means and what to do, and keeps it as your answer. A result "
     "whose error reaches over the limit is told as cannot tell.",
     home_test_options, cli_run_home_test, home_test},
    {"pad", "", 0, 0, "where a pad behind the ball of the foot goes, at true size",
     "Places a metatarsal pad on your own foot: its front edge just behind the sore heads of the long bones, never under "
     "one. Tells how far from the heel, how large, how to stick it on and check it, and what is not known. The drawing is "
     "made to be printed at 100 %.",
     pad_options, cli_run_pad, NULL},
    {"habits", "", 0, 0, "six ways to keep numbness away, and how each stands with you",
     "Shows for shoes, laces, step, load, body, and having it looked at whether it fits, is unknown, or is to be acted on, by "
     "your runs and answers; what that rests on, the next step, and when to look again. Red flags stand first. With --ics the days to look again go into your "
     "calendar; written again they move instead of coming twice, and what must wait is called off.",
     habits_options, cli_run_habits, NULL},
    {"fit", "DATA.csv", 1, 1, "survival models and curves of a table of times",
     "Reads a table with the columns type, lo, hi and covariates (type 1: at lo; 0: not by lo; 2: by hi; 3: "
     "between lo and hi), and prints how the covariates move the times: coefficients of the log of time, as "
     "R's survreg gives them, or with --priors their posterior. Instead of a model it draws the plain curve "
     "(--curve), compares groups (--compare) or compares rates (--cox). It is there to check footfall's own "
     "figures by. Nothing is stored. Exit status 1 says that there is no finite estimate, or nothing to "
     "compare.",
     fit_options, cli_run_fit, NULL},
    {"decode", "FILE.fit", 1, 1, "print the raw messages of a FIT file",
     "Prints one JSON line for every data message, in the order of the file, with raw values before "
     "scale and offset; values that the file marks as invalid are left out.",
     NULL, cli_run_decode, NULL},
    {"export", "FOLDER", 1, 1, "give everything back as JSON, CSV and GPX",
     "Writes into FOLDER, which is made when it is not there: footfall.json with all that the journal "
     "holds, csv/ with a table for every run, gpx/ with a track for every run that has positions. "
     "Nothing in the journal changes.",
     export_options, cli_run_export, NULL},
    {"restore", "FILE", 1, 1, "put a copy or an export back into an empty journal",
     "Reads a copy, or footfall.json of an export, and puts all of it back: runs, what was said of them, "
     "shoes, answers. The journal must be empty; give a new one with --journal. All is put back, or "
     "nothing. FILE is only read.",
     NULL, cli_run_restore, NULL},
    {"data", "", 0, 0, "what is kept of you, how much, and where",
     "Tells in which file everything lies, how large it is, what it holds, and what a backup of this computer may "
     "copy.",
     NULL, cli_run_data, NULL},
    {"copy", "FILE", 1, 1, "save a copy of everything",
     "Writes a copy of the journal, as it stands now, to FILE, which must not be there yet. The copy is a journal "
     "of its own: --journal FILE opens it, and to go back to it, put it in the place of the journal while no "
     "footfall runs.",
     NULL, cli_run_copy, NULL},
    {"forget", "", 0, 0, "forget everything, for good",
     "Shows what the journal holds and empties it when you have typed the words it asks for: every run and every answer, "
     "the bytes of them in the file, and the copies that updates of footfall laid beside it. The file stays and "
     "can be used again. Copies and exports that you saved, and the made-up runner of the demo, stay. Exit "
     "status 1 says that nothing was forgotten.",
     forget_options, cli_run_forget, NULL},
    {"help", "[COMMAND|LIST]", 0, 2, "explain a command",
     "Explains a command, lists all of them, or lists what has a name: 'sites' the regions of the "
     "foot, 'questions' what is asked and the answers, 'causes' what is weighed, 'sources' what the "
     "numbers rest on.",
     help_options, cli_run_help, cli_help_word},
    {0}};
