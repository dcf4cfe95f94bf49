# Every red flag is told after the answer that raises it, also when another of its level stands already;
# so is a sign that one is not sure of. Nothing is told twice.
. "$HERE/../lib"
typed 'no\n4\nstop\n' footfall ask >/dev/null
typed 'yes\n' footfall ask t_heelwalk | sed '1,/^> /d'
typed '?\n' footfall -j second.footfall ask saddle | sed '1,/^> /d'
typed 'both:toes\n' footfall -j third.footfall ask sites >/dev/null
typed '?\n' footfall -j third.footfall ask progression | sed '1,/^> /d'
