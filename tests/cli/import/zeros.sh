# 4 GB of zeros are known for what they are at once, and so is a header with nothing but zeros after.
. "$HERE/../lib"
truncate -s 4G zeros.fit || {
    echo "no file of 4 GB can be made here" >&2
    exit 77
}
t footfall decode zeros.fit
t footfall import zeros.fit
make_run head.fit minutes=5
head -c 14 head.fit >long.fit
truncate -s 64M long.fit
t footfall decode long.fit
t footfall import long.fit
