# Tables and priors that cannot be fitted, each with the place.
. "$HERE/../lib"
bad() {
    printf '%b' "$2" >"$1.csv"
    t footfall fit "$1.csv"
}
bad empty ''
bad names 'type,low,high\n1,2,2\n'
bad twice 'type,lo,hi,x,x\n1,2,2,0,0\n'
bad none 'type,lo,hi,x\n'
bad short 'type,lo,hi,x\n1,2,2\n'
bad kind 'type,lo,hi\n4,2,2\n'
bad word 'type,lo,hi,x\n1,2,2,fast\n'
bad negative 'type,lo,hi\n1,-2,2\n'
bad missing 'type,lo,hi\n1,,2\n'
bad order 'type,lo,hi\n3,5,5\n'
bad infinite 'type,lo,hi\n1,inf,2\n'
t footfall fit absent.csv
printf 'type,lo,hi,x\n1,2,2,0\n1,3,3,1\n' >good.csv
priors() {
    echo "$2" >"$1.json"
    t footfall fit good.csv --priors "$1.json"
}
priors nothing '{'
priors list '[]'
priors lacking '{"beta": [{"name": "x", "location": 0, "scale": 1}], "log_sigma": {"mean": 0, "sd": 1}}'
priors unknown '{"beta": [{"name": "y", "location": 0, "scale": 1}], "log_sigma": {"mean": 0, "sd": 1}}'
priors narrow '{"beta": [{"name": "x", "location": 0, "scale": 0}], "log_sigma": {"mean": 0, "sd": 1}}'
priors scaleless '{"beta": [{"name": "(Intercept)", "location": 0, "scale": 1}, {"name": "x", "location": 0, "scale": 1}]}'
priors nearly '{"beta": [{"name": "(Intercept)", "location": 0, "scale": 1}, {"name": "x", "location": 0, "scale": 1e-300}], "log_sigma": {"mean": 0, "sd": 1}}'
priors student '{"beta": [{"name": "(Intercept)", "location": 0, "scale": 1, "student_df": 1e17}, {"name": "x", "location": 0, "scale": 1}], "log_sigma": {"mean": 0, "sd": 1}}'
bad called 'type,lo,hi,(Intercept)\n1,2,2,0\n1,3,3,1\n'
bad small 'type,lo,hi,x\n1,2,2,0\n1,3,3,1e-300\n'
