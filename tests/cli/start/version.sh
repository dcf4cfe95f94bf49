. "$HERE/../lib"
t footfall --version
t footfall -j nowhere/journal --version
test ! -e nowhere
