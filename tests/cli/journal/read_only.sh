# A journal that may only be read, and a folder that may not be written. Root may write everywhere,
# so as root this runs as nobody.
. "$HERE/../lib"
as=
one_run
mkdir locked
cp "$HOME/.local/share/footfall/journal.footfall" locked/journal.footfall
make_run new.fit start=2026-05-31T05:00:00 minutes=20
if [ "$(id -u)" -eq 0 ]; then
    as='setpriv --reuid=65534 --regid=65534 --clear-groups'
    chmod 711 ../.. .. . && chown -R 65534:65534 locked new.fit
    $as footfall --version >/dev/null 2>&1 && $as test -r new.fit || {
        echo "nobody may not read the build or the scratch folder" >&2
        exit 77
    }
fi
chmod 400 locked/journal.footfall
sha256sum locked/journal.footfall >before
f() {
    printf '$ footfall %s\n' "$*"
    $as footfall "$@" 2>&1 || echo "=> $?"
}
f -j locked/journal.footfall import new.fit
f -j locked/journal.footfall log 1 --none
chmod 600 locked/journal.footfall
chmod 500 locked
f -j locked/other.footfall runs
f -j locked/journal.footfall log 1 --none
chmod 700 locked
sha256sum -c --quiet before
f -j locked/journal.footfall log 1 --none
