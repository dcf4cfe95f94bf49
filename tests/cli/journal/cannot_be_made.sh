# A folder that cannot be made, a file where a folder should be.
. "$HERE/../lib"
t footfall -j /proc/nowhere/journal.footfall runs
echo >file
t footfall -j file/journal.footfall runs
t footfall -j new/deeper/journal.footfall runs
ls -ld new new/deeper new/deeper/journal.footfall | cut -c 1-10
