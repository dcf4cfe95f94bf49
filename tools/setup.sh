# Shared by ./try and ./check, which source it with $root set: installs what is missing, builds.
# shellcheck shell=sh disable=SC2154

say() {
    printf 'footfall: %s\n' "$*" >&2
}

give_up() {
    say "$@"
    exit 3
}

# The names in the given lists, one a line.
package_names() {
    sed -e '/^#/d' -e '/^[[:space:]]*$/d' -e 's/[[:space:]].*//' "$@"
}

# Those of the given lists' packages that are not installed, one a line.
missing_packages() {
    # Word splitting is wanted: one argument a package.
    # shellcheck disable=SC2046
    installed=" $(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $(package_names "$@") 2>/dev/null |
        sed -n 's/ installed$//p' | tr '\n' ' ')"
    package_names "$@" | while read -r name; do
        case $installed in
        *" $name "*) ;;
        *) printf '%s\n' "$name" ;;
        esac
    done
}

# A folder for builds and logs that this user may write.
setup_folder() {
    mkdir -p -- "$root/build" 2>/dev/null || :
    [ -w "$root/build" ] || give_up \
        "cannot write in '$root/build': make that folder yours, or copy footfall to a folder of yours"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

apt_lists_are_empty() {
    for list in /var/lib/apt/lists/*_Packages*; do
        [ ! -e "$list" ] || return 1
    done
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 "$@" \
        </dev/null >>"$log" 2>&1
}

# Lists that are there may be too old for the servers: then they are fetched anew, once.
apt_install() {
    if apt_lists_are_empty; then
        apt_get update && apt_get install -y --no-install-recommends "$@"
    else
        apt_get install -y --no-install-recommends "$@" ||
            { apt_get update && apt_get install -y --no-install-recommends "$@"; }
    fi
}

# Installs those of the given lists' packages that are missing. Silent when there are none.
setup_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is not Debian, so nothing is installed; needed are: $(package_names "$@" | tr '\n' ' ')"
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    missing=$(printf '%s' "$missing" | tr '\n' ' ')
    say "these Debian packages are missing and are needed:"
    awk -v missing=" $missing " '/^[^#]/ && index(missing, " " $1 " ") { print "  " $0 }' "$@" >&2
    line="apt-get install -y --no-install-recommends $missing"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || give_up \
            "you are not root and there is no sudo: ask someone who may to run '$line', then try again"
        line="sudo $line"
    fi
    say "$line"
    log=$root/build/packages.log
    : >"$log"
    # shellcheck disable=SC2086
    apt_install $missing || {
        tail -n 15 -- "$log" >&2
        give_up "the packages could not be installed (all of it: $log). The network and the right to" \
            "install are needed this once; run '$line' yourself, then try again"
    }
}

# setup_npm FOLDER: installs what FOLDER's package-lock.json names, when that is not there yet. Without
# npm or a network the tests that want it are skipped, and say so themselves.
setup_npm() {
    ! command -v npm >/dev/null || [ ! -w "$1" ] ||
        [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] || {
        say "npm ci, for the tests that compare with npm's packages or drive a browser"
        (cd -- "$1" && npm ci --no-audit --no-fund </dev/null >"$root/build/npm.log" 2>&1) ||
            say "npm could not install them: $(tail -n 1 -- "$root/build/npm.log")"
    }
}

# setup_build NAME TARGETS [MESON OPTION...]: builds in build/NAME. TARGETS is one word list. Silent
# when all is up to date; the log is shown when it fails, and the function returns 1.
setup_build() {
    dir=$root/build/$1
    log=$root/build/$1.log
    targets=$2
    lock=$root/build/$1.lock
    shift 2
    for place in "$dir" "$log" "$lock"; do
        [ ! -e "$place" ] || [ -w "$place" ] ||
            give_up "'$place' belongs to someone else: remove it, or make it yours"
    done
    (
        # Two starts at the same time must not build in the same folder.
        ! command -v flock >/dev/null || flock 9
        build_in_dir "$@" 9>&-
    ) 9>"$lock" </dev/null || {
        cat -- "$log" >&2
        say "the build failed; what it said is above and in '$log'. To start afresh: rm -rf '$dir'"
        return 1
    }
}

build_in_dir() {
    # A build folder knows its own path: one that was copied or moved would build the old place.
    stamp="$root $*"
    if [ ! -f "$dir/build.ninja" ] || [ "$(cat -- "$dir/made-for" 2>/dev/null)" != "$stamp" ]; then
        say "building, this takes a moment"
        rm -rf -- "$dir"
        LC_ALL=C.UTF-8 meson setup -Db_colorout=auto "$@" "$dir" "$root" >"$log" 2>&1 || return 1
        printf '%s\n' "$stamp" >"$dir/made-for"
    fi
    # shellcheck disable=SC2086
    LC_ALL=C.UTF-8 ninja --quiet -C "$dir" $targets >"$log" 2>&1
}
