# The list, one in full, results in words and numbers, and what is not understood.
. "$HERE/../lib"
t footfall home-test
t footfall home-test lunge
t footfall home-test lunge --left 8.5 --right 11
t footfall home-test lunge --left 6cm --right 11
t footfall home-test lunge --left 31deg --right '40 deg'
t footfall home-test foot_line --left 13 --right -6
t footfall home-test arch_drop --left 12 --right 9
t footfall home-test ipswich --left 1 --right 2
t footfall home-test heel_walk yes
t footfall home-test heel_walk no
footfall ask t_heelwalk --json >/dev/null
t footfall home-test lunge --left 8.5 --right 40deg
t footfall home-test lunge --left 85
t footfall home-test lunge --left 8,5
t footfall home-test heel_raise --left 20.5
t footfall home-test slump --left 3
t footfall home-test slump maybe
t footfall home-test slump yes --left 3
t footfall home-test hop
t footfall home-test --left 3
t footfall home-test lunge yes --svg
