#!/bin/sh
# Fetches the sources of the libraries that unpack and parse (zlib, libdeflate, expat, jansson) from
# Debian into FOLDER, where `meson setup -Dfuzz=true -Dfuzz_libraries=FOLDER` compiles them into the
# fuzzers, so that these see into them. They are Debian's, checked by its keys, and stay outside the
# project. Needs apt and dpkg-dev, no root.
set -eu
[ $# -eq 1 ] || { printf 'usage: %s FOLDER\n' "$0" >&2; exit 2; }
root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
mkdir -p -- "$1"
folder=$(cd -- "$1" && pwd -P)
case $folder/ in
"$root"/*) printf '%s: give a folder outside the project: meson takes none within it\n' "$0" >&2; exit 2 ;;
esac
. /etc/os-release

# The machine's own lists have no sources, and are not ours to change.
apt=$folder/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
apt-get indextargets 'Created-By: Packages' 'Origin: Debian' --format '$(BASE_URI) $(RELEASE)' |
    sed -E 's|^(.*/)dists/[^ ]* (.*)$|deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] \1 \2 main|' |
    sort -u >"$apt/sources.list"
apt_get() {
    apt-get -q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User= "$@"
}
apt_get update
for library in zlib libdeflate expat jansson; do
    rm -rf "${folder:?}/$library"
    mkdir "$folder/$library"
    # A security update that the server does not hold any more: then the release's own.
    (cd "$folder/$library" &&
        { apt_get source "$library" || apt_get source "$library/$VERSION_CODENAME"; })
    # One name whatever the version: FOLDER/zlib/source.
    mv "$folder/$library/$library"-*/ "$folder/$library/source"
done
printf 'Now: CC=clang meson setup -Dfuzz=true -Dfuzz_libraries=%s -Db_lundef=false build/fuzz\n' "$folder"
