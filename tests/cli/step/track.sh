# The metronome as another program reads it: python's wave, and its clicks counted.
. "$HERE/../lib"
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall step --cadence 160 --wav t.wav --week 4 --minutes 6 | grep Metronome
python3 - <<'END'
import array, wave
w = wave.open("t.wav")
print(w.getnchannels(), w.getsampwidth(), w.getframerate(), w.getnframes() / w.getframerate(), "s")
s = array.array("h", w.readframes(w.getnframes()))
clicks, silent = [], 999
for i, x in enumerate(s):
    if x and silent > 240:
        clicks.append(i)
    silent = 0 if x else silent + 1
spm = 160 * 1.05
print(len(clicks), "clicks; off by at most", max(abs(c - round(c * spm / 480000) * 480000 / spm) for c in clicks) <= 0.5)
print(sorted({int(c / 480000) for c in clicks}), "are the minutes that sound")
END
stat -c '%s bytes, mode %a' t.wav
