# The reference table of the given material, through the command line: every row, with the pairs it names.
. "$HERE/../lib"
[ -n "${FOOTFALL_SHARED:-}" ] && [ -f "$FOOTFALL_SHARED/remedies/lacing_reference.csv" ] || {
    echo "the given material (../shared) is not there" >&2
    exit 77
}
python3 - "$FOOTFALL_SHARED/remedies/lacing_reference.csv" <<'END'
import csv, json, subprocess, sys
good = total = 0
for r in csv.DictReader(open(sys.argv[1])):
    out = json.loads(subprocess.run(['footfall', 'lace', '--sequence', r['sequence'], '--pairs', r['n'],
        '--width', r['w_mm'], '--pitch', r['pitch_mm'], '--ends', r['ends_mm'], '--friction', r['mu'],
        '--json'], capture_output=True, check=True).stdout)
    zones = all(abs(out['zones'][z] - float(r['zone_' + z])) < 1e-3 for z in ('toe', 'mid', 'ankle'))
    crossings = [tuple(map(float, c.split(':'))) for c in r['crossings(s_mm:f_over_T0)'].split()]
    ours = [(c['s_mm'], c['force']) for c in out['crossings']]
    same = len(ours) == len(crossings) and all(
        abs(a - c) < .051 and abs(b - e) < 1e-4 for (a, b), (c, e) in zip(ours, crossings))
    ok = (zones and same and abs(out['length_mm'] - float(r['length_mm'])) < .01
          and abs(out['closing_force'] - float(r['F_over_T0'])) < 1e-4
          and abs(out['pull_for_equal_hold'] - float(r['T0_for_equal_F'])) < 1e-4
          and out['sequence'] == r['sequence'])
    good += ok
    total += 1
    if not ok:
        print(r['pattern'], r['n'], r['mu'])
print('all' if good == total and total >= 56 else f'{good} of {total}', 'match')
END
