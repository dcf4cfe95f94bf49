# A list of Garmin that is larger than what is held in memory, in a zip: read through all the same.
. "$HERE/../lib"
python3 - <<'P'
import random, zipfile
random.seed(1)
words = [f'"{random.getrandbits(256):x}"' for _ in range(3000)]
with zipfile.ZipFile("garmin.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
    with z.open("DI_CONNECT/DI-Connect-Fitness/x_0_summarizedActivities.json", "w", force_zip64=True) as out:
        out.write(b'[{"summarizedActivitiesExport":[\n')
        for n in range(90):
            random.shuffle(words)
            start = 1780000000000 + n * 86400000
            text = (f'{{"activityId":{n},"activityType":"running","beginTimestamp":{start},"duration":1800000,'
                    f'"distance":504000,"splits":[{",".join(words * 4)}]}}')
            out.write((text + (",\n" if n < 89 else "]}]\n")).encode())
    assert z.infolist()[0].file_size > 64 << 20
P
t footfall import garmin.zip
