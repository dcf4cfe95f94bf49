# Without a home the journal's place must be said; nothing else needs one.
. "$HERE/../lib"
t env -u HOME footfall runs
t env -u HOME XDG_DATA_HOME=relative footfall runs
t env -u HOME XDG_DATA_HOME="$PWD/data" footfall runs
t env -u HOME footfall -j here.footfall runs
t env -u HOME footfall --version
t footfall -j '' runs
find . -name '*.footfall' | sort
