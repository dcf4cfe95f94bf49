# The PDF says what the page says, in embedded fonts, tagged, the same bytes twice: on one page for the made-up
# runner, for nobody yet, with red flags, and on the other paper.
. "$HERE/../lib"
. "$HERE/need_pdf"
echo "-- nobody"
note nobody visit
echo "-- the made-up runner"
footfall demo >/dev/null
note demo -j "$demo" visit --name "A. Runner" --question "May I go on running?"
echo "-- with a red flag"
typed 'yes\n' footfall ask rf_saddle >/dev/null
note flag visit --paper letter
