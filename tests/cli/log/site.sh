# Places by words and by regions.
. "$HERE/../lib"
one_run
footfall log 1 --numb 20min >/dev/null
for where in left:toes right:ball both:top left:W1 L:W1,TP3 'L:W1 R:B2' 'both:instep left:W1' LR:sole \
    LEFT:BigToe 'left:heel/right:arch' both:shin; do
    t footfall log 1 --site "$where"
done
footfall log 1 --site 'both:instep left:W1' --json | json 'print(d["onset"]["sites"])'
footfall runs --json >before
for where in toes left left: nose:toes left:nose middle:toes W1,TP3; do
    t footfall log 1 --site "$where"
done
footfall runs --json | cmp - before
t footfall log 1 --site ''
footfall runs --json | json 'print("sites" in d[0]["onset"])'
