# Killed at any moment of an import of an archive with its lists, an inner zip and an export of Apple
# Health: the journal stays sound, and the same command to the end gives what an undisturbed import
# gives; nothing lost, nothing doubled, the outcome of every file kept. tests/killed.py is more of it.
. "$HERE/../lib"
make_export strava strava.zip runs=60
make_export garmin garmin.zip runs=20 others=40
make_export apple apple.zip runs=12
python3 "$HERE/../../killed.py" --program footfall --kills 8 strava.zip garmin.zip apple.zip
