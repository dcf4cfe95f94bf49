/* The time zone of this machine, or the one that --zone names: its file, or its rule. */
#include "face/cli/cli.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char zone_link[] = "/etc/localtime";

/* Reads a zone file into the session. False when it is not there, or too large to be one. */
static bool read_file(cli_session *cli, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    size_t size = fread(cli->zone_data, 1, sizeof cli->zone_data, file);
    bool whole = !ferror(file) && size > 4 && size < sizeof cli->zone_data &&
                 memcmp(cli->zone_data, "TZif", 4) == 0;
    fclose(file);
    cli->zone_size = whole ? size : 0;
    return whole;
}

static bool keep_name(cli_session *cli, const char *name) {
    int length = snprintf(cli->zone_name, sizeof cli->zone_name, "%s", name);
    return length > 0 && (size_t)length < sizeof cli->zone_name;
}

/* "Europe/Berlin" of ".../zoneinfo/Europe/Berlin"; NULL when it lies elsewhere. */
static const char *name_in(const char *path) {
    static const char folder[] = "zoneinfo/";
    const char *at = strstr(path, folder);
    at = at != NULL ? at + strlen(folder) : NULL;
    return at != NULL && strncmp(at, "posix/", 6) == 0 ? at + 6 : at;
}

/* A name is looked up below folders only. */
static bool is_name(const char *name) {
    return name[0] != '\0' && name[0] != '/' && strstr(name, "..") == NULL;
}

static bool find_named(cli_session *cli, const char *name) {
    const char *folders[] = {getenv("TZDIR"), "/usr/share/zoneinfo", "/usr/lib/zoneinfo",
                             "/usr/share/lib/zoneinfo"};
    char path[4096];
    for (size_t i = 0; is_name(name) && i < sizeof folders / sizeof *folders; i++) {
        int length =
            folders[i] != NULL ? snprintf(path, sizeof path, "%s/%s", folders[i], name) : 0;
        if (length > 0 && (size_t)length < sizeof path && read_file(cli, path)) {
            return keep_name(cli, name);
        }
    }
    return false;
}

/* The rule is its own text; its name is made of the names in it: "CET/CEST". Digits and signs stand
 * in names within <...> only. */
static bool keep_rule(cli_session *cli, const char *rule) {
    int length = snprintf((char *)cli->zone_data, sizeof cli->zone_data, "%s", rule);
    size_t used = 0;
    bool quoted = false, was_letter = false;
    for (const char *at = rule; *at != '\0' && *at != ','; at++) {
        quoted = *at == '<' || (quoted && *at != '>');
        bool is_letter = isalpha((unsigned char)*at) || (quoted && *at != '<');
        if (is_letter && !was_letter && used > 0) {
            cli->zone_name[used++] = '/';
        }
        if (is_letter) {
            cli->zone_name[used++] = *at;
        }
        was_letter = is_letter;
        if (used + 2 >= sizeof cli->zone_name) {
            return false;
        }
    }
    cli->zone_name[used] = '\0';
    cli->zone_size = length > 0 && (size_t)length < sizeof cli->zone_data ? (size_t)length : 0;
    return used > 0 && cli->zone_size > 0;
}

static bool is_utc(const char *name) {
    static const char *const names[] = {"UTC", "GMT", "Etc/UTC", "Etc/GMT", "Z"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Where there are no zone files, a rule still tells all, and everyone knows that of UTC. */
static bool find(cli_session *cli, const char *words) {
    if (find_named(cli, words)) {
        return true;
    }
    if (is_utc(words)) {
        return keep_rule(cli, "UTC0") && keep_name(cli, words);
    }
    return strpbrk(words, "0123456789") != NULL && keep_rule(cli, words);
}

static bool find_linked(cli_session *cli) {
    char path[4096];
    ssize_t length = readlink(zone_link, path, sizeof path - 1);
    if (length <= 0) {
        return false;
    }
    path[length] = '\0';
    const char *name = name_in(path);
    return name != NULL && read_file(cli, zone_link) && keep_name(cli, name);
}

/* Where the machine's zone is a copy of a file, its name may stand beside it. */
static bool find_noted(cli_session *cli) {
    char name[64] = "";
    FILE *file = fopen("/etc/timezone", "r");
    if (file == NULL) {
        return false;
    }
    bool there = fgets(name, sizeof name, file) != NULL;
    fclose(file);
    name[strcspn(name, " \t\r\n")] = '\0';
    return there && find(cli, name);
}

/* The variable TZ as the C library reads it: a name, ":" and a name, a path, or a rule. */
static bool find_in_variable(cli_session *cli, const char *tz) {
    tz += tz[0] == ':';
    if (tz[0] == '\0') {
        return find(cli, "UTC");
    }
    const char *name = tz[0] == '/' ? name_in(tz) : tz;
    return name != NULL && find(cli, name);
}

static bool find_machines(cli_session *cli) {
    const char *tz = getenv("TZ");
    return tz != NULL ? find_in_variable(cli, tz) : find_linked(cli) || find_noted(cli);
}

bool cli_find_zone(cli_session *cli) {
    const char *asked = cli_value(cli, "zone");
    return asked != NULL ? find(cli, asked) : find_machines(cli);
}

bool cli_tell_zone(cli_session *cli, ff_app *app) {
    const char *asked = cli_value(cli, "zone");
    bool found = cli_find_zone(cli);
    if (!found && asked != NULL) {
        ff_fail(&cli->error, FF_ERR_NOT_FOUND, "--zone", FF_NO_OFFSET,
                "there is no time zone '%s' on this machine; it takes a name such as "
                "Europe/Berlin, or a "
                "rule such as CET-1CEST,M3.5.0,M10.5.0/3",
                asked);
        return false;
    }
    /* A machine that names no zone, or one that nobody understands, has none: the answer says so.
     */
    ff_code code =
        !found ? FF_OK
               : ff_app_time_zone(app, cli->zone_name, cli->zone_data, cli->zone_size, &cli->error);
    return code == FF_OK || asked == NULL;
}
