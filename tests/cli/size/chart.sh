# A brand's chart is entered by centimetres; what is no chart is refused with its line.
. "$HERE/../lib"
printf 'cm,label\n25,7\n25.5,7.5\n26,8\n26.5,8.5\n27,9\n' >brand.csv
footfall size --foot 262 --chart brand.csv --system US_men >out
sed -n '/^The chart/,/^$/p' out
footfall size --foot 280 --chart brand.csv | sed -n '/^The chart/,/^$/p'
footfall size --foot 262 --chart brand.csv --system US_men --json | json 'print(d["chart"])'
printf 'cm;label\n26;M 8 / W 9.5\n26,5;x\n' >comma.csv
t footfall size --foot 262 --chart comma.csv
printf 'label,cm\n8,26\n' >turned.csv
t footfall size --foot 262 --chart turned.csv
printf 'cm,label\n26,8\n25.5,7.5\n' >falling.csv
t footfall size --foot 262 --chart falling.csv
printf 'cm,label\n260,8\n' >mm.csv
t footfall size --foot 262 --chart mm.csv
printf 'cm,label\n26,\n' >empty.csv
t footfall size --foot 262 --chart empty.csv
printf 'cm,label\n' >none.csv
t footfall size --foot 262 --chart none.csv
printf 'cm,label\n26,123456789012345678901234567\n' >long.csv
t footfall size --foot 262 --chart long.csv
printf 'cm,label\n26,8,9\n' >three.csv
t footfall size --foot 262 --chart three.csv
printf 'cm,label\nnan,8\n' >nan.csv
t footfall size --foot 262 --chart nan.csv
python3 -c '
print("cm,label")
for i in range(250): print(f"{8 + i / 10},{i}")' >many.csv
t footfall size --foot 262 --chart many.csv
python3 -c 'print("cm,label\n" + "\n" * 70000)' >large.csv
t footfall size --foot 262 --chart large.csv
t footfall size --foot 262 --chart gone.csv
